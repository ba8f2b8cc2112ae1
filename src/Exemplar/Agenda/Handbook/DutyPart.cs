using Exemplar.Documents.Official;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Handbook;

/// <summary>三、年度组织生活一览: kinds by periods with the days on which they were held, and the words of the rules.</summary>
internal static class DutyPart
{
    private static readonly TableColumn[] PeriodColumns = [new("项目", 1.8), new("一季度", 1.7), new("二季度", 1.7), new("三季度", 1.7), new("四季度", 1.7), new("完成", 0.9, IsCentred: true)];
    private static readonly TableColumn[] YearColumns = [new("项目", 2.4), new("日期", 3.6), new("情况", 3)];
    private static readonly TableColumn[] RuleColumns = [new("项目", 1.9), new("要求", 2.6), new("依据", 4.5)];

    public static IEnumerable<Block> Of(HandbookYear year)
    {
        var duties = year.Duties.Where(d => d.IsHeld).ToList();
        if (duties.Count == 0)
        {
            yield return new BodyText(year.Unit.DutiesFrom is null ? "没有登记启用日，不计算应开展的组织生活。" : $"{year.Year}年没有应开展的组织生活。");
            yield break;
        }
        if (year.Unit.DutiesFrom is { } from && from > year.Span.First) yield return new BodyText($"从{from.InWords()}起计算，以前的不算。");
        yield return new BodyText("表中的日期是实际开展的日期；没有开展的写明情况；“完成”是已完成的期数和应完成的期数。");

        var (yearly, shorter) = (duties.FindAll(d => d.Rule.Period is PeriodKind.Year), duties.FindAll(d => d.Rule.Period is not PeriodKind.Year));
        if (shorter.Count > 0) yield return new BodyTable(PeriodColumns, [.. shorter.Select(Row)]);
        if (yearly.Count > 0) yield return new BodyTable(YearColumns, [.. yearly.Select(d => (IReadOnlyList<string>)[d.Title, Days(d.Cells[^1], withMonth: true), d.Cells[^1].State.Name()])]);
        foreach (var reason in duties.SelectMany(d => d.Cells.Where(c => c.State is StandingState.Exempt).Select(c => $"{d.Title}不要求的原因：{c.Standing.Exempt}。")).Distinct()) yield return new BodyText(reason);
        yield return new BodyTable(RuleColumns, [.. duties.DistinctBy(d => d.Rule.Id).Select(d => (IReadOnlyList<string>)[d.Rule.Title, RuleListPage.Asked(d.Rule), d.Rule.SourceInWords])]);
    }

    private static IReadOnlyList<string> Row(DutyLine duty) =>
    [
        duty.Title,
        .. Enumerable.Range(0, 4).Select(quarter => string.Join('\n', duty.Cells.Where(c => (c.Standing.From.Month - 1) / 3 == quarter).Select(c => Words(duty, c)))),
        $"{duty.Cells.Count(c => c.State is StandingState.Done)}/{duty.Cells.Count(c => c.State is not StandingState.Exempt)}",
    ];

    /// <summary>1月 9日; 上半年 3月6日; 未完成 beside it where days are too few.</summary>
    private static string Words(DutyLine duty, DutyCell cell)
    {
        var monthly = duty.Rule.Period is PeriodKind.Month;
        var days = Days(cell, withMonth: !monthly);
        var words = cell.State is StandingState.Done ? days : string.Join(' ', new[] { days, cell.State.Name() }.Where(w => w.Length > 0));
        return duty.Rule.Period is PeriodKind.Quarter ? words : $"{Period.Of(duty.Rule.Period!.Value, cell.Standing.From).ShortName} {words}";
    }

    /// <summary>A day outside of the period's own month, or of its year, is written with it.</summary>
    private static string Days(DutyCell cell, bool withMonth) => string.Join('、', cell.Days.Select(d =>
        d.Year != cell.Standing.From.Year ? d.InWords() : withMonth || d.Month != cell.Standing.From.Month ? $"{d.Month}月{d.Day}日" : $"{d.Day}日"));
}
