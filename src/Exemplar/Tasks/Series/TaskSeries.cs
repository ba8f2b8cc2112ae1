using Exemplar.Organization;

namespace Exemplar.Tasks.Series;

/// <summary>A task that recurs: each turn becomes a task of its own, with its own date, answers and punctuality.</summary>
public sealed class TaskSeries : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; init; }
    public string Text { get; init; } = "";
    public required Guid IssuerId { get; set; }
    public required Guid SourceId { get; init; }
    public Guid? StageId { get; init; }
    public required string Recurrence { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public List<Guid> OwnerIds { get; set; } = [];
    public List<Guid> CoOwnerIds { get; set; } = [];
    public List<string> Targets { get; init; } = [];
    public string Ladder { get; init; } = Supervision.Ladders.Usual;

    /// <summary>The turns up to and including the one after today's: units see what comes, and no year full of tasks at once.</summary>
    public IEnumerable<Turn> TurnsBy(DateOnly today)
    {
        var current = Turns.Of(Recurrence, today, today).First();
        var ahead = current.To.AddDays(1);
        return Turns.Of(Recurrence, StartsOn, EndsOn).Where(turn => turn.From <= ahead);
    }

    /// <summary>A unit was merged into another: the turns to come are that one's. Who leads does not help as well.</summary>
    public void HandOver(Guid from, Guid to)
    {
        if (IssuerId == from) IssuerId = to;
        OwnerIds = [.. OwnerIds.Select(id => id == from ? to : id).Distinct()];
        CoOwnerIds = [.. CoOwnerIds.Select(id => id == from ? to : id).Distinct().Except(OwnerIds)];
    }

    /// <param name="units">The living units by id; one that was dissolved gets nothing more.</param>
    public WorkTask Make(Turn turn, IReadOnlyDictionary<Guid, Unit> units, WorkingCalendar calendar, Act by)
    {
        var last = turn.To < EndsOn ? turn.To : EndsOn;
        var task = new WorkTask
        {
            Title = $"{Title[..Math.Min(Title.Length, 170)]}（{turn.Name}）",
            Text = Text,
            IssuerId = IssuerId,
            SourceId = SourceId,
            StageId = StageId,
            DueOn = calendar.IsWorkday(last) ? last : calendar.AddWorkdays(last, -1),
            Ladder = Ladder,
            Recurrence = Recurrence,
            SeriesId = Id,
            TurnOn = turn.From,
            Targets = [.. Targets],
            IssuedAt = by.At,
        };
        foreach (var id in OwnerIds.Where(units.ContainsKey)) task.Assign(units[id], leads: true, by);
        foreach (var id in CoOwnerIds.Where(units.ContainsKey)) task.Assign(units[id], leads: false, by);
        return task;
    }
}

internal sealed class TaskSeriesTable : IEntityTypeConfiguration<TaskSeries>
{
    public void Configure(EntityTypeBuilder<TaskSeries> table)
    {
        table.ToTable("TaskSeries");
        table.Property(s => s.Title).HasMaxLength(200);
        table.Property(s => s.Recurrence).HasMaxLength(20);
        table.Property(s => s.Ladder).HasMaxLength(40);
        table.HasOne<Unit>().WithMany().HasForeignKey(s => s.IssuerId);
        table.HasIndex(s => s.SourceId);
    }
}
