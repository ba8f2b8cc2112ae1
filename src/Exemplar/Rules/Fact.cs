namespace Exemplar.Rules;

/// <summary>
/// One thing that a record says to the rules: a session of a kind was held, a person took part. Stated by the capability
/// together with its save; rules read facts and know no capability. A correction voids and states anew, nothing is deleted.
/// </summary>
public sealed class Fact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What was done and what kind of thing it was, e.g. <c>held.members</c>, <c>attended.party-day</c>.</summary>
    public required string Kind { get; init; }
    public required Guid RecordId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Null when the unit as a whole did it.</summary>
    public Guid? PersonId { get; init; }
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The day that decides the period it counts in: <see cref="OccurredOn"/>, or the last day of the year before when it counts for that.</summary>
    public required DateOnly CountsOn { get; init; }

    /// <summary><see cref="CountsOn"/> as a number, 202603: sums are read month by month.</summary>
    public int Month { get; private init; }

    /// <summary>1, or what the kind measures: attendance carries tenths of a class hour 学时.</summary>
    public required int Quantity { get; init; }
    public bool Voided { get; set; }

    /// <param name="countsOn">Null when it counts where it happened.</param>
    public static Fact Of(string kind, Guid record, Guid unit, DateOnly occurredOn, Guid? person = null, int quantity = 1, DateOnly? countsOn = null)
    {
        var counts = countsOn ?? occurredOn;
        return new() { Kind = kind, RecordId = record, UnitId = unit, PersonId = person, OccurredOn = occurredOn, CountsOn = counts, Month = counts.Year * 100 + counts.Month, Quantity = quantity };
    }

    /// <summary>Whether both say the same.</summary>
    public bool Says(Fact other) => (Kind, UnitId, PersonId, OccurredOn, CountsOn, Quantity) == (other.Kind, other.UnitId, other.PersonId, other.OccurredOn, other.CountsOn, other.Quantity);
}

internal sealed class FactTable : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> table)
    {
        table.ToTable("Facts");
        table.Property(f => f.Kind).HasMaxLength(40);
        table.HasIndex(f => f.RecordId);

        // One for each question: what a unit did, what somebody did. A fact of a person is nothing to the other, which would have to read past fifty of them.
        table.HasIndex(f => new { f.PersonId, f.Month, f.Kind, f.Voided, f.Quantity }).HasFilter("\"PersonId\" IS NOT NULL");
        table.HasIndex(f => new { f.UnitId, f.Month, f.Kind, f.Voided, f.Quantity }).HasFilter("\"PersonId\" IS NULL");
    }
}
