using Exemplar.Documents.Official;
using Exemplar.People;

namespace Exemplar.Agenda.Handbook;

/// <summary>二、党员名册 on the day, and who came, went, joined or was confirmed.</summary>
internal static class RollPart
{
    private static readonly TableColumn[] Columns =
    [
        new("序号", 0.95, IsCentred: true), new("姓名", 1.6, IsCentred: true), new("性别", 0.95, IsCentred: true), new("出生年月", 1.85, IsCentred: true),
        new("入党时间", 2.6, IsCentred: true), new("转正时间", 2.6, IsCentred: true), new("身份", 1.65, IsCentred: true), new("支部职务", 1.6),
    ];

    private static readonly TableColumn[] ChangeColumns = [new("日期", 2, IsCentred: true), new("姓名", 1.6, IsCentred: true), new("变动", 2.6), new("去向或来源", 3)];

    public static IEnumerable<Block> Of(HandbookYear year)
    {
        var roll = year.Roll;
        yield return new BodyTable(Columns, [.. roll.Members.Select((m, n) => Row(year, m, n + 1))]).OrSentence($"{year.AsOf.InWords()}名册里没有党员。");
        yield return new BodyHeading(2, "党员变动");
        if (roll.Begun?.Year == year.Year) yield return new BodyText($"名册从{roll.Begun.Value.InWords()}建立，这一天在册的不算变动。");
        yield return new BodyTable(ChangeColumns, [.. roll.Changes.Select(c => (IReadOnlyList<string>)[c.Day, c.Name, c.What, c.Where])]).OrSentence($"{year.Year}年没有党员变动。");
    }

    private static IReadOnlyList<string> Row(HandbookYear year, MemberLine member, int number) =>
    [
        $"{number}", member.Name, member.Sex?.Name() ?? "", member.BirthMonth?.ToString("yyyy-MM") ?? "", $"{member.JoinedOn}", $"{member.ConfirmedOn}",
        member.IsRetired ? $"{member.Status.Name()}\n离退休" : member.Status.Name(), Posts(year, member),
    ];

    private static string Posts(HandbookYear year, MemberLine member) =>
        string.Join('、', year.Posts.Where(p => p.PersonId == member.PersonId && p.From <= year.AsOf && (p.To is null || p.To >= year.AsOf)).Select(p => p.Title));
}
