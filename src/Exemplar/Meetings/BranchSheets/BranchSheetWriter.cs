using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Documents.Sheets.Entry;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>Lays a branch's sheet out: a row for each meeting on the first sheet, on the second a row for each person and a column for each meeting.</summary>
internal static class BranchSheetWriter
{
    private const int HeadingRow = 4;
    private const int FirstPersonRow = 5;
    private const int RollColumnsAhead = 3;
    private const int PlacesOnPage = 8;
    private const double RowHeight = 32;
    private const double PersonHeight = 20;

    public static byte[] Write(BranchSheet sheet) => EntryBookWriter.Write([Meetings(sheet), Roll(sheet), sheet.Mark.Write()]);

    private static EntrySheet Meetings(BranchSheet sheet)
    {
        var headings = sheet.AsksYearBefore ? SheetWords.Headings : [.. SheetWords.Headings.SkipLast(1)];
        var last = Sheet.Letter(headings.Count - 1);
        var (first, end) = (FirstPlaceRow(sheet), FirstPlaceRow(sheet) + sheet.Places - 1);
        var period = sheet.Mark.Period;
        return new(SheetWords.Meetings, [.. headings.Select(h => h.Width)],
        [
            new([new(EntryLook.Title, $"{sheet.Unit.Name}{period.Name}组织生活填报表")], 30),
            new([new(EntryLook.Note, "白格填写，灰格不用动。一行记一次会议：选日期、类型，写主题。谁请假、缺席，在“到会”表里同一序号的一列选。“在册”的已经登记过，不用再填。")], 22),
            new([new(EntryLook.Note, "没开的不填。填好存盘交回即可，不用签名、不用附照片；不要填身份证号、电话。会议记录照常签在纸上，留在自己手里。")], 22),
            new([.. headings.Select(h => new EntryCell(EntryLook.Heading, h.Text))], RowHeight),
            .. sheet.OnRecord.Select(m => Known(m, headings.Count)),
            .. Enumerable.Range(1, sheet.Places).Select(n => Place(n, headings.Count)),
        ])
        {
            Frozen = (HeadingRow, RollColumnsAhead),
            Merged = [.. Enumerable.Range(1, HeadingRow - 1).Select(row => $"A{row}:{last}{row}")],
            Rules =
            [
                EntryRule.Between($"B{first}:B{end}", period.First, period.Last, $"请填 {period.First.Iso()} 至 {period.Last.Iso()} 之间的日期，例如 {period.First.Iso()}"),
                EntryRule.Choice($"C{first}:C{end}", sheet.Mark.KindRange, "请从列表里选会议类型"),
                new($"G{first}:H{end}", EntryRuleKind.Time, "0", "0.999988425925926", "请填时间，例如 15:00"),
                .. sheet.People.Count > 0 ? (EntryRule[])[EntryRule.Choice($"I{first}:K{end}", $"'{SheetWords.Roll}'!$B${FirstPersonRow}:$B${FirstPersonRow + sheet.People.Count - 1}", "不在名单里。是外请的、上级来的，可以照写", strict: false)] : [],
                EntryRule.Choice($"L{first}:L{end}", $"{SheetWords.OthersCame},{SheetWords.OnlyNamed}", "请从列表里选"),
                .. sheet.AsksYearBefore ? (EntryRule[])[EntryRule.Choice($"M{first}:M{end}", SheetWords.Yes, "计入上一年度的选“是”，别的空着")] : [],
            ],
        };
    }

    private static int FirstPlaceRow(BranchSheet sheet) => HeadingRow + 1 + sheet.OnRecord.Count;

    private static EntryRow Known(SheetMeeting meeting, int columns)
    {
        string[] texts = [SheetWords.OnRecord, "", meeting.Kind, meeting.Topic, "", meeting.Place, Time(meeting.StartsAt), Time(meeting.EndsAt), meeting.Chair, meeting.Recorder, meeting.Lecturer, meeting.Numbers.InWords, ""];
        return new([.. texts.Take(columns).Select((text, i) => i == 1 ? new EntryCell(EntryLook.KnownDay) { Day = meeting.HeldOn } : new EntryCell(EntryLook.Known, text))], RowHeight);
    }

    private static EntryRow Place(int number, int columns)
    {
        EntryLook[] looks = [EntryLook.Known, EntryLook.Day, EntryLook.Choice, EntryLook.Text, EntryLook.Text, EntryLook.Text, EntryLook.Time, EntryLook.Time, EntryLook.Choice, EntryLook.Choice, EntryLook.Choice, EntryLook.Choice, EntryLook.Choice];
        return new([.. looks.Take(columns).Select((look, i) => new EntryCell(look, i switch { 0 => number.ToString(CultureInfo.InvariantCulture), 11 => SheetWords.OthersCame, _ => "" }))], RowHeight);
    }

    private static EntrySheet Roll(BranchSheet sheet)
    {
        var places = Enumerable.Range(1, sheet.Places).ToList();
        var end = FirstPersonRow + sheet.People.Count - 1;
        var wide = Sheet.Letter(RollColumnsAhead + Math.Min(sheet.Places, PlacesOnPage) - 1);   // what stands across is read on the first page
        return new(SheetWords.Roll, [6, 16, 16, .. places.Select(_ => 8.5)],
        [
            new([new(EntryLook.Title, $"{sheet.Unit.Name}{sheet.Mark.Period.Name}到会情况")], 30),
            new([new(EntryLook.Note, "一列是“会议”表里同一序号的一次会议。只选请假、缺席的，没选的按那一行“其余人员”一栏算。支委会只看委员，别人空着。请假不用写原因。")], 36),
            new([new(EntryLook.Heading, "序号"), new(EntryLook.Heading, SheetWords.Name), new(EntryLook.Heading, "说明"), .. places.Select(n => new EntryCell(EntryLook.Heading, n.ToString(CultureInfo.InvariantCulture)))]),
            new([new(EntryLook.Heading), new(EntryLook.Heading), new(EntryLook.Heading), .. places.Select(n => new EntryCell(EntryLook.Heading) { Formula = Told(FirstPlaceRow(sheet) + n - 1) })], 62),
            .. sheet.People.Select((p, n) => new EntryRow([new(EntryLook.Known, $"{n + 1}"), new(EntryLook.Known, p.Who.Label), new(EntryLook.Known, p.Note), .. places.Select(_ => new EntryCell(EntryLook.Choice))], PersonHeight)),
        ])
        {
            Frozen = (FirstPersonRow - 1, RollColumnsAhead),
            Merged = [$"A1:{wide}1", $"A2:{wide}2"],
            FitsWidth = false,
            Rules = sheet.People.Count == 0 ? [] : [EntryRule.Choice($"D{FirstPersonRow}:{Sheet.Letter(RollColumnsAhead + sheet.Places - 1)}{end}", string.Join(',', SheetWords.Marks.Select(m => m.Name())), "请选出席、请假或者缺席")],
        };
    }

    /// <summary>Shows above the column which meeting it is, once its row is filled in.</summary>
    private static string Told(int row) => $"""IF({SheetWords.Meetings}!B{row}="","",TEXT({SheetWords.Meetings}!B{row},"m.d")&CHAR(10)&{SheetWords.Meetings}!C{row})""";

    private static string Time(TimeOnly? time) => time is { } t ? $"{t:HH\\:mm}" : "";
}
