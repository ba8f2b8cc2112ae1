using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>What stands under the text: list of annexes, organ and date, note, attendance (7.3.4 to 7.3.6, 10.3).</summary>
internal static class Closing
{
    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document)
    {
        var note = PlainText.Of(document.Note);
        foreach (var line in AnnexList(document.Annexes)) yield return line;
        if (document.Signature is { } signature)
        {
            var isSealed = signature.IsSealed && document.Form is not DocumentForm.Minutes;
            var name = PlainText.Of(signature.Organ);
            var day = WrittenDay.Format(signature.Date);
            var (beforeName, beforeDay) = isSealed ? Sealed(PlainText.Width(name), PlainText.Width(day)) : Unsealed(PlainText.Width(name), PlainText.Width(day));
            yield return Ink.Paragraph(StyleName.Signature, name).Indented(right: beforeName).After(isSealed ? Gb9704.LinesBeforeSeal : 1).KeptWithNext();
            var date = Ink.Paragraph(StyleName.Signature, day).Indented(right: beforeDay);
            yield return note.Length > 0 ? date.KeptWithNext() : date;
        }
        if (note.Length > 0) yield return Ink.Paragraph(StyleName.Note, $"（{note}）");
        if (document.Attendance is { } attendance)
            foreach (var line in Attendance(attendance)) yield return line;
    }

    /// <summary>Sealed: the date four characters from the right, the organ centred over it. Characters free at the right of each.</summary>
    internal static (double Organ, double Day) Sealed(double organ, double day) => (Math.Max(0, 4 + (day - organ) / 2), 4);

    /// <summary>Unsealed: the organ two characters from the right, the date beginning two characters after the organ; a date longer than that pushes the organ left.</summary>
    internal static (double Organ, double Day) Unsealed(double organ, double day) => organ - day >= 2 ? (2, organ - day) : (day + 4 - organ, 2);

    /// <summary>附件：1.… ; names wrap under names. A single annex has no number.</summary>
    private static IEnumerable<Paragraph> AnnexList(IReadOnlyList<Annex> annexes)
    {
        const double Indent = 2, Label = 3;
        for (var i = 0; i < annexes.Count; i++)
        {
            var numeral = annexes.Count == 1 ? "" : $"{i + 1}.";
            var number = PlainText.Width(numeral);
            var runs = i == 0 ? Ink.Run($"附件：{numeral}{TitleOf(annexes[i])}") : Ink.Run($"{numeral}{TitleOf(annexes[i])}");
            var line = Ink.Paragraph(StyleName.AnnexList, runs).Indented(left: Indent + Label + number, hanging: i == 0 ? Label + number : number);
            yield return i == 0 ? line.After(1) : line;
        }
    }

    /// <summary>Without a mark at its end (7.3.4), and without the breaks that the annex's own title may have.</summary>
    private static string TitleOf(Annex annex) => string.Concat(PlainText.Lines(annex.Title)).TrimEnd('。', '；', '，', '.', ';', ',');

    private static IEnumerable<Paragraph> Attendance(Attendance attendance)
    {
        var isFirst = true;
        foreach (var (label, people) in new[] { ("出席", attendance.Present), ("请假", attendance.Excused ?? []), ("列席", attendance.Observers ?? []) })
        {
            if (people.Count == 0) continue;
            var line = Ink.Paragraph(StyleName.Attendance, Ink.Run(label, StyleName.Hei), Ink.Run($"：{string.Join('；', people)}")).Indented(left: 5, hanging: 3);
            yield return isFirst ? line.After(1) : line;
            isFirst = false;
        }
    }
}
