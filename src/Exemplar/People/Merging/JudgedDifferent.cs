namespace Exemplar.People.Merging;

/// <summary>不是同一人: somebody looked at both and said so, and they are not proposed again. Taken back, the row goes; the log keeps it.</summary>
public sealed class JudgedDifferent : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The lesser of the two ids: whichever is named first, it is one pair.</summary>
    public Guid FirstId { get; private set; }
    public Guid SecondId { get; private set; }
    public DateTimeOffset At { get; private init; }
    public Guid? AccountId { get; private init; }
    public Guid? PersonId { get; private init; }

    public static JudgedDifferent Of(Guid one, Guid other, Act by)
    {
        var said = new JudgedDifferent { At = by.At, AccountId = by.Account, PersonId = by.Person };
        (said.FirstId, said.SecondId) = Pair(one, other);
        return said;
    }

    public static (Guid First, Guid Second) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    public Guid Beside(Guid person) => person == FirstId ? SecondId : FirstId;

    /// <summary>One of the two has become another record.</summary>
    public void Follow(Guid from, Guid to) => (FirstId, SecondId) = Pair(Beside(from), to);
}

internal sealed class JudgedDifferentTable : IEntityTypeConfiguration<JudgedDifferent>
{
    public void Configure(EntityTypeBuilder<JudgedDifferent> table)
    {
        table.ToTable("JudgedDifferent");
        table.HasIndex(j => new { j.FirstId, j.SecondId }).IsUnique();
        table.HasIndex(j => j.SecondId);
    }
}
