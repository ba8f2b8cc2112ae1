using System.Text.RegularExpressions;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Meetings that stand beside others: in a note, or in the words of the one with which they were held.</summary>
internal sealed partial class PastSheetReader
{
    private const int LongestNote = 40;
    private readonly HashSet<(string Unit, string Kind, DateOnly On)> noted = [];   // a note over several rows says the same in each

    /// <summary>备注 that tells of another meeting with its own day is one more meeting of the row's branch where nothing else can be meant, and else is told.</summary>
    private void ReadNotes(RowWords row)
    {
        if (row.At(PastColumn.Notes) is not { } at || row.Text(PastColumn.Notes) is not { Length: > 0 } text) return;
        var own = lines[firstOfRow..];
        foreach (var told in NotedMeeting.In(text, context.YearOf))
        {
            var unit = Common(row).Unit;
            var others = told.Kinds.Where(kind => !own.Exists(l => l.Kind == kind && l.Days?.First == told.On) && noted.Add((unit, kind, told.On))).ToList();
            if (others.Count == 0) continue;
            var (names, quoted) = (string.Join('、', others.Select(k => kinds.Find(k)?.Name)), FullWidth.Marks(PrivateText.Shortened(told.Sentence, LongestNote)));
            if (!told.IsHeld || others.Exists(k => HasPlaceOfItsOwn(k, own)))
            {
                Remarks.Add(new(sheet, row.Number, at, $"备注“{quoted}”说到 {told.On.Month} 月 {told.On.Day} 日的{names}，没有按它登记；是漏记的一次，请在表里单写一行再导入"));
                continue;
            }
            Remarks.Add(new(sheet, row.Number, at, $"备注“{quoted}”按 {told.On.Month} 月 {told.On.Day} 日的{names}登记{(others.Count > 1 ? "，各记一次" : "")}"));
            foreach (var kind in others)
                Add(new(sheet, row.Number, lines.Count - firstOfRow)
                {
                    DateColumn = at,
                    KindColumn = at,
                    UnitColumn = row.At(PastColumn.Unit),
                    Days = new(told.On),
                    Kind = kind,
                    Unit = unit,
                    Group = GroupWords.In(told.Sentence) ?? "",
                    Topic = told.Topic,
                    Came = WhoCame.Read(told.Came, "", "", ""),
                    Cell = OneLine(text),
                    Text = row.Kept(),
                });
        }
    }

    /// <summary>The table has a column for such meetings, or the row is one: a note with another day is then a correction or a slip as likely as one more.</summary>
    private bool HasPlaceOfItsOwn(string kind, List<PastLine> own) =>
        (header.IsMatrix && header.Kinds.Any(k => k.Kind == kind)) || own.Exists(l => l.Kind == kind || l.Kind is null);

    /// <summary>组织生活会 with which the members were appraised is two meetings.</summary>
    private static List<string> WithAppraisal(List<string> said, string told) =>
        said is [MeetingKind.OrgLife] && AppraisalHeld().IsMatch(told) ? [MeetingKind.OrgLife, MeetingKind.Appraisal] : said;

    /// <summary>The same of one cell, 1.23（民主评议党员）.</summary>
    private List<string?> WithAppraisal(PastLine line)
    {
        if (line.Kind is not { } kind || header.IsOfMonths || header.Units.Count > 0) return [line.Kind];   // the row said it already
        var both = header.IsMatrix && KindWords.In(line.KindWords) is [MeetingKind.OrgLife, MeetingKind.Appraisal] named ? named : WithAppraisal([kind], header.IsMatrix ? $"{line.KindWords} {line.Topic}" : line.Topic);
        if (both.Count > 1) Remarks.Add(new(sheet, line.Row, line.DateColumn, $"“{FullWidth.Marks(AsSaid(line.KindWords, line))}”按{string.Join('、', both.Select(k => kinds.Find(k)?.Name))}各记一次"));
        return [.. both];
    }

    private static string AsSaid(string words, PastLine line) =>
        string.Join('：', ((string[])[words, line.Topic.Length > 0 ? line.Topic : OneLine(line.Content)]).Where(w => w.Length > 0));

    // Held with it, not spoken of: 学习民主评议党员办法, 部署民主评议工作
    [GeneratedRegex("^(?!.*(?:学习|传达|部署|准备|布置|研究)).*民主评议(?:党员)?(?!办法|规定|制度|方案|工作)")]
    private static partial Regex AppraisalHeld();
}
