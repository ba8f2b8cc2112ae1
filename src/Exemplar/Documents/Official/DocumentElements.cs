namespace Exemplar.Documents.Official;

/// <summary>发文字号 (7.2.5): 机关代字, full year, number without 第 and leading zeros. 政办发〔2026〕5号.</summary>
public sealed record DocumentNumber(string Code, int Year, int Number)
{
    public override string ToString() => $"{Code}〔{Year}〕{Number}号";
}

/// <summary>
/// 署名 and 成文日期. <see cref="IsSealed"/> leaves the room for a seal over both (7.3.5.1), otherwise they stand as on a
/// document without one (7.3.5.2). Minutes are never sealed.
/// </summary>
public sealed record Signature(string Organ, DateOnly Date, bool IsSealed = true);

/// <summary>印发机关 and 印发日期 (7.4.3).</summary>
public sealed record Imprint(string Organ, DateOnly Date);

/// <summary>附件 (7.3.7): its title, its content, and whether its page lies on its side, as wide tables need.</summary>
public sealed record Annex(string Title, IReadOnlyList<Block> Body, bool IsLandscape = false);

/// <summary>封面 of a paper that is bound: the title over this period on a page of its own without a number, these lines at its foot. A list of the headings with their pages follows.</summary>
/// <param name="Period">As it is to be printed: 2026年度.</param>
public sealed record Cover(string Period, params IReadOnlyList<Field> Lines);

/// <summary>People of one unit; the unit may stay unnamed.</summary>
public sealed record Attendees(string? Unit, params IReadOnlyList<string> Names)
{
    public override string ToString() => string.IsNullOrWhiteSpace(Unit) ? string.Join('、', Names) : $"{Unit}　{string.Join('、', Names)}";
}

/// <summary>Who was there, who asked for leave, who sat in (10.3).</summary>
public sealed record Attendance(IReadOnlyList<Attendees> Present, IReadOnlyList<Attendees>? Excused = null, IReadOnlyList<Attendees>? Observers = null);

/// <summary>成文日期 as 7.3.5.4 wants it: Arabic digits, full year, no leading zeros.</summary>
internal static class WrittenDay
{
    public static string Format(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
