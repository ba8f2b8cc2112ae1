using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>A register whose meetings were taken over; it bears the id under which it was handed in, so that the same confirmation twice imports once.</summary>
public sealed class ImportedRegister : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The nearest unit that all its meetings lie in: whoever may record there may take it back.</summary>
    public required Guid UnitId { get; init; }
    public required string FileName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? AccountId { get; init; }
    public required Guid? PersonId { get; init; }
    public required int Meetings { get; init; }
    public required int Units { get; init; }
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }

    /// <summary>On record already; not sure and therefore not taken over; left out.</summary>
    public required int Known { get; init; }
    public required int Doubtful { get; init; }
    public required int LeftOut { get; init; }

    /// <summary>Meetings on record whose missing numbers it has brought. For the receipt alone: they are those of another import.</summary>
    public int Completed { get; init; }

    /// <summary>Branch sheets that came back together, and no register.</summary>
    public bool IsOfSheets { get; init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public int Version { get; set; }

    public string InWords => (Meetings > 0 ? $"{Units} 个单位 {Meetings} 次会议（{First.Iso()} 至 {Last.Iso()}）" : "没有新的会议")
        + (Known > 0 ? $"；已在册 {Known} 次，没有重复登记{(Completed > 0 ? $"，其中 {Completed} 次补上了人数" : "")}" : "")
        + (Doubtful > 0 ? $"；{Doubtful} 次没有说清，没有导入" : "")
        + (LeftOut > 0 ? $"；不导入 {LeftOut} 次" : "");

    /// <summary>撤回: its meetings are gone, this stays.</summary>
    /// <param name="builtOn">Meetings of it that somebody has signed, corrected or used since.</param>
    public Refusal? Withdraw(IReadOnlyList<string> builtOn, Act by)
    {
        if (WithdrawnAt is not null) return new Refusal("这次导入已经撤回");
        if (builtOn.Count > 0) return new Refusal($"有 {builtOn.Count} 次会议在导入以后签字、更正过，或者有了表决、重大事项，不能撤回：{string.Join('、', builtOn.Take(3))}{(builtOn.Count > 3 ? "等" : "")}");
        (WithdrawnAt, WithdrawnBy) = (by.At, by.Person ?? by.Account);
        return null;
    }
}

internal sealed class ImportedRegisterTable : IEntityTypeConfiguration<ImportedRegister>
{
    public void Configure(EntityTypeBuilder<ImportedRegister> table)
    {
        table.ToTable("ImportedRegisters");
        table.Property(r => r.FileName).HasMaxLength(200);
        table.Ignore(r => r.InWords);
        table.Ignore(r => r.Completed);
        table.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        table.HasIndex(r => r.At);
    }
}
