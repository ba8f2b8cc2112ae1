using Exemplar.Rules.Standings;

namespace Exemplar.People;

/// <summary>A person belongs to one branch (if a member) and to one department, each for a time.</summary>
public sealed class Membership : IPartOf, IMovesStandings
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly From { get; set; }
    /// <summary>The last day; null while it lasts. Nothing is entered ahead, so "now" is exactly this.</summary>
    public DateOnly? To { get; set; }

    Guid IPartOf.RecordId => PersonId;
    IEnumerable<Guid> IMovesStandings.Touches => [UnitId, PersonId];
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("Memberships");
        table.Property(m => m.Id).ValueGeneratedNever();   // else a new one found on a loaded person is taken for a changed one
        table.HasOne<Organization.Unit>().WithMany().HasForeignKey(m => m.UnitId);
        table.HasIndex(m => new { m.UnitId, m.PersonId });
    }
}
