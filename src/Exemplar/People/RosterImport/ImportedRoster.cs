namespace Exemplar.People.RosterImport;

/// <summary>A sheet that was taken over into the roster; it bears the id under which it was handed in, so that the same confirmation twice imports once.</summary>
public sealed class ImportedRoster : IRecord
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required DateOnly AsOf { get; init; }
    public required int Founded { get; init; }
    public required int Added { get; init; }
    public required int Changed { get; init; }
    public required int Unchanged { get; init; }
    public required int Repeated { get; init; }
    public required int LeftOut { get; init; }

    /// <summary>Posts taken over with the people; of these, how many ended somebody else's because that was said.</summary>
    public required int Appointed { get; init; }
    public required int Relieved { get; init; }

    public string InWords => $"新登记 {Added} 人，变动 {Changed} 人，无变动 {Unchanged} 人"
        + (Founded > 0 ? $"，设立单位 {Founded} 个" : "")
        + (Appointed > 0 ? $"，登记任职 {Appointed} 项" : "") + (Relieved > 0 ? $"（其中接任 {Relieved} 项，原任者同时登记离任）" : "")
        + (Repeated > 0 ? $"；重复 {Repeated} 行，只算一次" : "")
        + (LeftOut > 0 ? $"；暂不导入 {LeftOut} 行" : "");
}

internal sealed class ImportedRosterTable : IEntityTypeConfiguration<ImportedRoster>
{
    public void Configure(EntityTypeBuilder<ImportedRoster> table)
    {
        table.ToTable("ImportedRosters");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.FileName).HasMaxLength(200);
    }
}
