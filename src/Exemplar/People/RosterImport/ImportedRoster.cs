using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>A sheet that was taken over into the roster; it bears the id under which it was handed in, so that the same confirmation twice imports once.</summary>
public sealed class ImportedRoster : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The nearest unit that all its places lie in: whoever may import there may take it back.</summary>
    public required Guid UnitId { get; init; }
    public required string FileName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? AccountId { get; init; }
    public required Guid? PersonId { get; init; }
    public required DateOnly AsOf { get; init; }
    public required int Founded { get; init; }
    public required int Added { get; init; }
    public required int Changed { get; init; }
    public required int Unchanged { get; init; }
    public required int Repeated { get; init; }
    public required int LeftOut { get; init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public int Version { get; set; }

    /// <summary>Posts taken over with the people; of these, how many ended somebody else's because that was said.</summary>
    public required int Appointed { get; init; }
    public required int Relieved { get; init; }

    public string InWords => $"新登记 {Added} 人，变动 {Changed} 人，无变动 {Unchanged} 人"
        + (Founded > 0 ? $"，设立单位 {Founded} 个" : "")
        + (Appointed > 0 ? $"，登记任职 {Appointed} 项" : "") + (Relieved > 0 ? $"（其中接任 {Relieved} 项，原任者同时登记离任）" : "")
        + (Repeated > 0 ? $"；重复 {Repeated} 行，只算一次" : "")
        + (LeftOut > 0 ? $"；暂不导入 {LeftOut} 行" : "");

    /// <summary>撤回: whom it brought is off the roster, this stays.</summary>
    /// <param name="builtOn">What rests on people and units of it since, in words.</param>
    public Refusal? Withdraw(IReadOnlyList<string> builtOn, Act by)
    {
        if (WithdrawnAt is not null) return new Refusal("这次导入已经撤回");
        if (Changed > 0) return new Refusal($"这次导入改动了 {Changed} 名已在名册的人，不能整个撤回：请把表改好再导入一次，或在名册里更正");
        if (Relieved > 0) return new Refusal($"这次导入使 {Relieved} 项职务由他人接任，不能整个撤回：请在单位页更正任职");
        if (builtOn.Count > 0) return new Refusal($"有 {builtOn.Count} 处在导入以后用到了这些人或单位，不能撤回：{string.Join('、', builtOn.Take(3))}{(builtOn.Count > 3 ? "等" : "")}");
        (WithdrawnAt, WithdrawnBy) = (by.At, by.Person ?? by.Account);
        return null;
    }
}

/// <summary>A person or a unit that an import brought. No record: it says nothing that the log does not say, and goes when the import is taken back.</summary>
public sealed class BroughtIn
{
    /// <summary>The person's or the unit's.</summary>
    public required Guid Id { get; init; }
    public required Guid ImportId { get; init; }
    public required bool IsUnit { get; init; }
}

internal sealed class ImportedRosterTable : IEntityTypeConfiguration<ImportedRoster>
{
    public void Configure(EntityTypeBuilder<ImportedRoster> table)
    {
        table.ToTable("ImportedRosters");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.FileName).HasMaxLength(200);
        table.Ignore(r => r.InWords);
        table.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        table.HasIndex(r => r.At);
    }
}

internal sealed class BroughtInTable : IEntityTypeConfiguration<BroughtIn>
{
    public void Configure(EntityTypeBuilder<BroughtIn> table)
    {
        table.ToTable("BroughtIn");
        table.HasOne<ImportedRoster>().WithMany().HasForeignKey(b => b.ImportId);
        table.HasIndex(b => b.ImportId);
    }
}
