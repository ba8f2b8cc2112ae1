using Exemplar.Organization;
using Exemplar.Platform.Search;

namespace Exemplar.Tasks;

/// <summary>
/// A task given to one or many units, each of which answers once (<see cref="Assignment"/>). Named WorkTask because Task
/// is the runtime's word. Where it came from stays in <see cref="SourceId"/>: Tasks knows no capability above it.
/// </summary>
public sealed class WorkTask : ISearched
{
    public const string SearchKind = "tasks";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; init; }
    public string Text { get; init; } = "";

    /// <summary>The unit that follows the task up and accepts what is reported.</summary>
    public required Guid IssuerId { get; set; }

    /// <summary>The campaign (or, later, the meeting or problem) it came from.</summary>
    public required Guid SourceId { get; init; }
    public Guid? StageId { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>How the office urges when it is not done; a key of <c>rules/ladders/</c>.</summary>
    public string Ladder { get; init; } = Supervision.Ladders.Usual;
    public string? Recurrence { get; init; }

    /// <summary>The series that it is one turn of, and the first day of that turn.</summary>
    public Guid? SeriesId { get; init; }
    public DateOnly? TurnOn { get; init; }
    public List<string> Targets { get; init; } = [];
    public required DateTimeOffset IssuedAt { get; init; }
    public List<Assignment> Assignments { get; init; } = [];

    SearchText? ISearched.Searched => new(SearchKind, IssuerId, DateOnly.FromDateTime(IssuedAt.InOffice().Date), $"{Title}\n{Text}");

    public Assignment Assign(Unit unit, bool leads, Act by)
    {
        var assignment = Assignment.Issue(this, unit, leads, by);
        Assignments.Add(assignment);
        return assignment;
    }
}

internal sealed class WorkTaskTable : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> table)
    {
        table.ToTable("Tasks");
        table.Property(t => t.Title).HasMaxLength(200);
        table.Property(t => t.Recurrence).HasMaxLength(20);
        table.Property(t => t.Ladder).HasMaxLength(40);
        table.HasOne<Series.TaskSeries>().WithMany().HasForeignKey(t => t.SeriesId);
        table.HasIndex(t => new { t.SeriesId, t.TurnOn }).IsUnique();
        table.HasOne<Unit>().WithMany().HasForeignKey(t => t.IssuerId);
        table.HasMany(t => t.Assignments).WithOne().HasForeignKey(a => a.TaskId);
        table.HasIndex(t => t.SourceId);
    }
}
