using Exemplar.Documents.Official;
using Exemplar.People;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Handbook;

/// <summary>一、支部基本情况: the branch in numbers, who led it and how long, its term and how it is made up.</summary>
internal static class BranchPart
{
    private static readonly TableColumn[] PostColumns = [new("职务", 2.2), new("姓名", 1.4, IsCentred: true), new("任职", 2, IsCentred: true), new("离任", 2, IsCentred: true), new("依据", 2.6)];
    private static readonly TableColumn[] SettingColumns = [new("事项", 2.4), new("要求", 3.2), new("情况", 3.4)];

    public static IEnumerable<Block> Of(HandbookYear year)
    {
        yield return Facts(year);
        yield return new BodyHeading(2, "支部委员会成员和任期");
        yield return new BodyTable(PostColumns, [.. year.Posts.Select(p => (IReadOnlyList<string>)[p.Title, p.Person, p.From.Iso(), p.To?.Iso() ?? "在任", p.Basis])])
            .OrSentence($"{year.Year}年没有登记支部委员会成员的任职。");
        yield return new BodyHeading(2, "换届和组织设置");
        yield return new BodyTable(SettingColumns, [.. year.Duties.Where(d => d.IsOfUnit).Select(d => (IReadOnlyList<string>)[d.Rule.Title, RuleListPage.Asked(d.Rule), Stands(d)])])
            .OrSentence("没有登记换届日期和启用日，不计算任期和组织设置。");
    }

    private static FieldTable Facts(HandbookYear year)
    {
        var members = year.Roll.Members;
        List<IReadOnlyList<Field>> rows = [[new("名称", year.Organ)]];
        if (year.Superior.Length > 0) rows.Add([new("上级组织", year.Superior)]);
        rows.Add([new("党员", $"{members.Count} 人"), new("正式党员", $"{Count(MemberStatus.Full)} 人")]);
        rows.Add([new("预备党员", $"{Count(MemberStatus.Probationary)} 人"), new("女党员", $"{members.Count(m => m.Sex is Sex.Female)} 人")]);
        rows.Add([new("离退休", $"{members.Count(m => m.IsRetired)} 人"), new("党小组", year.Groups.Count > 0 ? $"{year.Groups.Count} 个" : "没有设")]);
        if (year.Groups.Count > 0) rows.Add([new("党小组名称", string.Join('、', year.Groups))]);
        if (Count(MemberStatus.OnProbationInParty) is > 0 and var watched) rows.Add([new("留党察看", $"{watched} 人")]);
        return new([.. rows]);

        int Count(MemberStatus status) => members.Count(m => m.Status == status);
    }

    /// <summary>The latest of the year: 2025-03-01 换届，2028-02-29 届满; or the number and whether it holds.</summary>
    private static string Stands(DutyLine duty)
    {
        var cell = duty.Cells[^1];
        if (duty.Rule.Require!.Measure is Measure.Term) return $"{cell.Standing.From.InWords()}换届，{cell.Standing.DueOn.InWords()}届满";
        if (duty.Rule.Require.Measure is Measure.Ended) return $"任务到{cell.Standing.DueOn.InWords()}结束{(cell.Standing.Met ? "，已撤销" : "")}";
        var holds = cell.State switch { StandingState.Done => "符合", StandingState.Exempt => $"不要求（{cell.Standing.Exempt}）", _ => "不符合" };
        return $"{duty.Rule.Require.Shown(cell.Standing.Actual)} {duty.Rule.Require.Unit}，{holds}";
    }
}
