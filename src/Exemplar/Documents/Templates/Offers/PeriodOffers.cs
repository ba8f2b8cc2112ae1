namespace Exemplar.Documents.Templates.Offers;

/// <summary>The period that a form is filled for.</summary>
public sealed class PeriodOffers : FormSource<PeriodOffers.Chosen>
{
    public sealed record Chosen(string Name, DateOnly? From, DateOnly? To);

    public override string Name => "统计期间";
    public override bool IsOfPeriod => true;
    protected override bool IsList => false;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("period.name", "统计期间", p => p.Name, "期间", "统计时段", "统计区间", "统计周期", "统计时间", "统计时间段", "统计月份", "统计季度", "统计年度", "统计年月", "填报月份", "月份", "年月", "所属期", "所属时期", "填报期间", "填报周期", "报告期", "报表期", "季度", "年度"),
        new("period.from", "统计期间第一天", p => p.From, "起始日期", "统计开始日期", "期初"),
        new("period.to", "统计期间最后一天", p => p.To, "结束日期", "统计结束日期", "期末"),
    ];

    protected override Task<IReadOnlyList<Chosen>> Find(FormScope scope, CancellationToken ct) => Task.FromResult<IReadOnlyList<Chosen>>([new(NameOf(scope.From, scope.To), scope.From, scope.To)]);

    private static string NameOf(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => Enum.GetValues<PeriodKind>().Select(kind => Period.Of(kind, first)).Where(p => p.First == first && p.Last == last).Select(p => p.Name).FirstOrDefault() ?? $"{first.InWords()}至{last.InWords()}",
        _ => "",
    };
}
