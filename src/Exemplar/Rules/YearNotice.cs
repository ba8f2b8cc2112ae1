using Exemplar.Rules.Standings;

namespace Exemplar.Rules;

/// <summary>
/// The year's notice 年度通知 for a duty that is done by notice: the days within which year N's democratic-life or
/// organizational-life meeting is held, often in January to March of N+1. Holds for everything below the unit.
/// </summary>
public sealed class YearNotice : IRecord, IMovesStandings
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required string Path { get; set; }
    public required string Rule { get; init; }
    public required int Year { get; init; }
    public required DateOnly OpensOn { get; set; }
    public required DateOnly ClosesOn { get; set; }

    /// <summary>The notice's number.</summary>
    public required string Basis { get; set; }

    IEnumerable<Guid> IMovesStandings.Touches => [UnitId];
    bool IMovesStandings.MovesBelow => true;

    /// <summary>A later notice of the same duty and year takes the place of this one; the log keeps both.</summary>
    public void Replace(YearNotice by) => (OpensOn, ClosesOn, Basis) = (by.OpensOn, by.ClosesOn, by.Basis);

    public static Result<YearNotice> Give(Guid id, Guid unit, string path, string rule, int year, DateOnly opens, DateOnly closes, string basis)
    {
        if (opens.Year != year && opens.Year != year + 1) return new Refusal(nameof(OpensOn), $"{year} 年度的，须在 {year} 年或 {year + 1} 年开始");
        if (closes < opens) return new Refusal(nameof(ClosesOn), "截止日期不能早于开始日期");
        if (closes > new DateOnly(year + 1, 12, 31)) return new Refusal(nameof(ClosesOn), "截止日期太远，请核对");
        return new YearNotice { Id = id, UnitId = unit, Path = path, Rule = rule, Year = year, OpensOn = opens, ClosesOn = closes, Basis = basis.Trim() };
    }
}

internal sealed class YearNoticeTable : IEntityTypeConfiguration<YearNotice>
{
    public void Configure(EntityTypeBuilder<YearNotice> table)
    {
        table.ToTable("YearNotices");
        table.Property(n => n.Path).HasMaxLength(200);
        table.Property(n => n.Rule).HasMaxLength(40);
        table.Property(n => n.Basis).HasMaxLength(60);
        table.HasIndex(n => new { n.UnitId, n.Rule, n.Year }).IsUnique();
    }
}
