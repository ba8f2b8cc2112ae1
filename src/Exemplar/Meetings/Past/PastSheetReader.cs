using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Reads the rows below the heading of one sheet: a meeting in each, or several, or what speaks of the rows below it.</summary>
internal sealed partial class PastSheetReader(string sheet, PastHeader header, SheetContext context, MeetingKinds kinds, DateOnly today)
{
    private static readonly string[] NoteStarts = ["注:", "注1", "备注:", "说明", "填表", "制表", "审核", "合计", "总计", "小计", "共计", "填报", "联系人", "统计", "截止", "以下空白", "单位(盖章", "以上", "平均"];

    private const int LongestStatus = 8;
    private const int LastMonthForYearBefore = 3;
    private static readonly Dictionary<PastColumn, int> NothingBeside = [];

    private readonly List<PastLine> lines = [];
    private readonly Dictionary<string, List<string>> kindsOfWords = [];   // a register says the same few words thousands of times
    private readonly Dictionary<(string Who, string Due, string Present, string Away), WhoCame> cameByWords = [];
    private string? sectionKind;
    private string? sectionWords;
    private string? sectionUnit;
    private RowWords? above;
    private int firstOfRow;
    private int? monthAbove;

    public List<PastRemark> Remarks { get; } = [];

    public List<PastLine> Read(IEnumerable<SheetRow> rows)
    {
        foreach (var row in rows.Where(r => r.Number > header.Last)) Read(new RowWords(header, row));
        AskAboutOtherYears();
        return lines.ConvertAll(Printed);
    }

    /// <summary>As it is kept: with the marks of Chinese print, and a title that repeats its kind (主题党日：主题党日:参观) says it once.</summary>
    private static PastLine Printed(PastLine line) => line with
    {
        Topic = FullWidth.Marks(line.Kind is { } kind ? KindWords.WithoutKind(line.Topic, kind) : line.Topic),
        Content = FullWidth.Marks(line is { Kind: { } of, Topic: "" } ? KindWords.WithoutKind(line.Content, of) : line.Content),
        Cell = FullWidth.Marks(line.Cell),
        Text = FullWidth.Marks(line.Text),
    };

    /// <summary>On a sheet of one month of a year, 2026年1月, a day of that month in another year is a slip more likely than a meeting; so is a day of the year before on one that is called 2026年.</summary>
    private void AskAboutOtherYears()
    {
        if (SheetContext.YearIn(sheet) is { } named && lines.Count(l => l.Days?.First.Year == named) > lines.Count / 2)
            for (var i = 0; i < lines.Count; i++)
                if (lines[i] is { Days.First: var early, LeftOut.Length: 0 } slip && early.Year == named - 1 && early.Month < 12)
                    lines[i] = slip with { Days = null, NoDay = $"“{early.Iso()}”的年份和这张表的 {named} 年不一样" };
        if (context is not { Year: { } year, Turn: null, Month: { } month }) return;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i] is { Days.First: var day, LeftOut.Length: 0 } line && day.Month == month && day.Year != year && lines.Exists(l => l.Days?.First.Year == year))
                lines[i] = line with { Days = null, NoDay = $"“{day.Iso()}”的年份和这张表的 {year} 年 {month} 月不一样" };
    }

    private void Read(RowWords row)
    {
        var texts = row.Texts();
        var begins = texts[0];
        if (IsHeading(row) || begins is "备注" or "说明" || NoteStarts.Any(n => begins.StartsWith(n, StringComparison.Ordinal)) || texts.Any(t => t.StartsWith("以下空白", StringComparison.Ordinal))) return;
        if (texts.Distinct().Count() == 1 && (texts.Count >= 3 || !Continues(row)))
        {
            TakeSection(begins);
            return;
        }
        if (header.IsOfMonths) ReadMonths(row);
        else if (header.IsMatrix) ReadMatrix(row);
        else if (header.Units.Count > 0) ReadUnits(row);
        else if (NoDayIn(row) is null && IsMoreOf(row)) Append(row);
        else ReadMeetings(row);
    }

    /// <summary>The heading again, as it is printed on each page.</summary>
    private bool IsHeading(RowWords row) => header.Headings.Where((heading, i) => heading.Length > 0 && row.Cell(i).Text == heading).Take(2).Count() == 2;

    private bool Continues(RowWords row) => above is not null && lines.Count > 0 && (row.Text(PastColumn.Content).Length > 0 || row.Text(PastColumn.Who).Length > 0);

    /// <summary>“一、支部党员大会（2次）” and “二、第二党支部” say what the rows below are. A numbered one that is no kind ends the kind before it: its rows are asked about.</summary>
    private void TakeSection(string text)
    {
        if (text.Length > 40) return;
        if (IsOfYear().IsMatch(text) && SheetContext.YearIn(text) is { } year) context = context with { Year = year, Turn = null };   // 2026年 across the table
        monthAbove = null;
        var unit = NamedUnits.In(text);
        if (unit is not null) sectionUnit = unit;
        if (KindWords.OfSection(text) is { } kind) (sectionKind, sectionWords) = (kind, null);
        else if (unit is null && sectionKind is not null && KindWords.NumberedSection(text) is { } words) (sectionKind, sectionWords) = (null, words);
    }

    /// <summary>A meeting may be written over several rows: no day and no kind of its own, or the same running number.</summary>
    private bool IsMoreOf(RowWords row)
    {
        if (above is null || lines.Count == 0) return false;
        if (header.Columns.ContainsKey(PastColumn.Serial) && row.Text(PastColumn.Serial) is { Length: > 0 } serial)
            return serial == above.Text(PastColumn.Serial) && row.Cell(PastColumn.Date) == above.Cell(PastColumn.Date) && row.Text(PastColumn.Kind) == above.Text(PastColumn.Kind) && row.Text(PastColumn.Date).Length > 0;
        return row.Text(PastColumn.Date).Length == 0 && row.Text(PastColumn.Kind).Length == 0 && row.Text(PastColumn.Day).Length == 0 && row.Text(PastColumn.Topic).Length == 0
            && (row.Text(PastColumn.Content).Length > 0 || row.Text(PastColumn.Who).Length > 0);
    }

    private void Append(RowWords row)
    {
        for (var i = firstOfRow; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.DateColumn is { } at && at == row.At(PastColumn.Notes)) continue;   // another meeting, of which a note told
            var content = row.Text(PastColumn.Content) is { Length: > 0 } more && more != line.Content ? (line.Content.Length > 0 ? $"{line.Content}；{more}" : more) : line.Content;
            var names = WhoCame.Join(line.Came.Names, row.Text(PastColumn.Who));
            lines[i] = line with
            {
                Content = content,
                Came = line.Came.Names.Length > 0 && names != line.Came.Names ? WhoCame.Read(names, "", "", line.Came.Away) with { Due = line.Came.Due } : line.Came,
                Text = $"{line.Text}\n{row.Kept()}",
            };
        }
    }

    private void ReadMeetings(RowWords row)
    {
        Begin(row);
        var line = Common(row);
        if (line.Topic.Length + line.Content.Length + line.KindWords.Length == 0 && row.Text(PastColumn.Date).Length + row.Text(PastColumn.Day).Length == 0 && NoDayIn(row) is null) return;   // a running number with nothing behind it

        var (kindsHere, words) = KindsOf(row, ref line);
        if (row.At(PastColumn.Date) is { } at && HeldInCell.TellsHowMany(row.Cell(at)))
        {
            foreach (var kind in kindsHere.Count > 0 ? kindsHere.Select(k => (string?)k) : [null])
                ReadDaysOfMatter(row, new(at, kind ?? "", words, NothingBeside), line with { KindWords = words, Kind = kind });
            ReadNotes(row);
            return;
        }
        var when = When(row);
        if (NotHeld(row, when.Days.Count > 0) is { } why)
        {
            lines.Add(line with { KindWords = words, Kind = kindsHere.FirstOrDefault(), LeftOut = why });
            return;
        }
        var plan = when.Days.Count == 0 ? PlanIn(row.Text(PastColumn.Date), context.Month) : null;
        if (plan is (true, var ahead))
        {
            lines.Add(line with { KindWords = words, Kind = kindsHere.FirstOrDefault(), LeftOut = ahead });
            return;
        }
        if (plan is (false, var over)) when = when with { Why = over };
        if (when.Why.Length > 0 && when.Days.Count > 0) Remarks.Add(new(sheet, row.Number, line.DateColumn, when.Why));
        if (kindsHere.Count > 1) Remarks.Add(new(sheet, row.Number, line.KindColumn, $"“{(KindWords.In(words).Count > 1 ? words : AsSaid(words, line))}”按{string.Join('、', kindsHere.Select(k => kinds.Find(k)?.Name))}各记一次"));
        foreach (var days in when.Days.Count > 0 ? when.Days.Select(d => (HeldDays?)d) : [null])
            foreach (var kind in kindsHere.Count > 0 ? kindsHere.Select(k => (string?)k) : [null])
                Add(line with { Ordinal = lines.Count - firstOfRow, Days = days, NoDay = days is null ? when.Why : "", Kind = kind, KindWords = words });
        ReadNotes(row);
    }

    private void Add(PastLine line)
    {
        var day = line.Days?.First;
        var isEarly = day is { Month: <= 3 } && kinds.Find(line.Kind) is null or { MayCountBefore: true };   // a kind that is still to be said may be such a one
        var isForBefore = isEarly && (Says(day!.Value.Year - 1, line) || context.Year == day.Value.Year - 1);
        lines.Add(line with
        {
            LeftOut = line.Kind is MeetingKind.Talks ? "谈心谈话不逐次登记，每年确认一次" : day > today ? "日期在今天之后，是计划，不是记录" : "",
            ForYearBefore = isForBefore,
            IsOfUnsaidYear = isEarly && !isForBefore && !Says(day!.Value.Year, line),   // the sheet of 2026 has what was held in 2026, whosever year it was
            Group = line.Kind is null or MeetingKind.Group ? GroupWords.In(line.KindWords) ?? line.Group : "",
        });
    }

    /// <summary>2025年度组织生活会, held on 23 January 2026.</summary>
    private static bool Says(int year, PastLine line) => Regex.IsMatch($"{line.Topic} {line.Content} {line.KindWords}", $@"{year}\s*年");

    private PastLine Common(RowWords row)
    {
        var (numbers, notes) = (row.Text(PastColumn.Numbers), row.Text(PastColumn.Notes));
        var (topic, content) = (row.Text(PastColumn.Topic), row.Text(PastColumn.Content));
        if (content.Length == 0 && row.Text(PastColumn.Held) is { Length: > LongestStatus } told) content = told;   // 开展情况 that tells what was done
        var (named, branch) = (OneLine(row.Text(PastColumn.Unit)), sectionUnit ?? context.Unit ?? "");
        var isGroupOfBranch = (GroupWords.IsAlone(named) || (named.Length > 0 && header.IsOfGroups)) && branch.Length > 0 && !GroupWords.IsAlone(branch);
        return new(sheet, row.Number, 0)
        {
            DateColumn = row.At(PastColumn.Date) ?? row.At(PastColumn.Day),
            KindColumn = row.At(PastColumn.Kind),
            UnitColumn = row.At(PastColumn.Unit),
            WhoColumn = row.At(PastColumn.Who) ?? row.At(PastColumn.Numbers),
            Unit = named.Length > 0 && !isGroupOfBranch ? named : branch,
            Group = isGroupOfBranch ? named : GroupWords.In($"{row.Text(PastColumn.Kind)}\n{notes}\n{topic}\n{content}") ?? "",
            Topic = OneLine(topic),
            Content = content,
            Place = OneLine(row.Text(PastColumn.Place)),
            Chair = OneLine(row.Text(PastColumn.Chair)),
            Lecturer = OneLine(row.Text(PastColumn.Lecturer)),
            Recorder = OneLine(row.Text(PastColumn.Recorder)),
            Came = Came((Or(PastColumn.Who, numbers), Or(PastColumn.Due, numbers), row.Text(PastColumn.Present), Or(PastColumn.Away, WhoCame.TellsOfLeave(notes) ? notes : ""))),
            Text = row.Kept(),
        };

        string Or(PastColumn column, string other) => row.Text(column) is { Length: > 0 } said ? said : other;
    }

    private WhoCame Came((string Who, string Due, string Present, string Away) words) =>
        cameByWords.TryGetValue(words, out var said) ? said : cameByWords[words] = WhoCame.Read(words.Who, words.Due, words.Present, words.Away);

    /// <summary>The cell says it, else the section, the sheet or its title. A name that is no kind, on a sheet of one kind, is the matter.</summary>
    private (List<string> Kinds, string Words) KindsOf(RowWords row, ref PastLine line)
    {
        var (said, words) = KindsNamed(row, ref line);
        return (WithAppraisal(said, $"{line.Topic} {line.Content}"), words);
    }

    private (List<string> Kinds, string Words) KindsNamed(RowWords row, ref PastLine line)
    {
        if (header.Kinds.Where(k => Mark().IsMatch(row.Cell(k.Index).Text)).ToList() is [var first, ..] marked)   // a tick in the column of its kind
        {
            if (first.Group.Length > 0) line = line with { Group = first.Group };
            return ([.. marked.Select(k => k.Kind).Distinct()], first.Heading);
        }
        var words = OneLine(row.Text(PastColumn.Kind));
        if (!kindsOfWords.TryGetValue(words, out var said)) kindsOfWords.Add(words, said = KindWords.In(words));
        if (said.Count > 0) return (said, words);
        if (sectionWords is { } unknown) return ([], words.Length > 0 ? words : unknown);
        if ((sectionKind ?? (words.Length > 0 || row.At(PastColumn.Kind) is null ? context.Kind : KindWords.OfTitle(sheet))) is { } kind)
        {
            if (words.Length > 0 && line.Topic.Length == 0) line = line with { Topic = words };
            return ([kind], words);
        }
        if (row.At(PastColumn.Kind) is null && KindWords.SpokenOf($"{line.Topic} {line.Content}") is { } spokenOf)
        {
            Remarks.Add(new(sheet, row.Number, null, $"没有写类型，按内容里的“{kinds.Find(spokenOf)?.Name}”登记"));
            return ([spokenOf], words);
        }
        return ([], words);
    }

    private WhenHeld When(RowWords row)
    {
        if (row.At(PastColumn.Day) is null && row.At(PastColumn.Month) is null && row.At(PastColumn.Year) is null) return WhenHeld.Read(row.Cell(PastColumn.Date), context);
        var year = SheetContext.YearIn(row.Text(PastColumn.Year));
        var month = MonthOf(row.Text(PastColumn.Month)) ?? context.Month ?? MonthAbove(row);
        monthAbove = month;
        var when = WhenHeld.Read(row.Cell(row.At(PastColumn.Day) is null || row.Text(PastColumn.Date).Length > 0 ? PastColumn.Date : PastColumn.Day), month, m => year + Later(month, m) ?? context.YearOf(m) + Later(month, m));
        return year is { } of && when.Days is [{ First: var day }] && day.Year != of && !(day.Year == of + 1 && (day.Month <= LastMonthForYearBefore || Later(month, day.Month) > 0))
            ? new([], $"“{day.Iso()}”的年份和这一行的 {of} 年不一样", "") : when;
    }

    /// <summary>What is made up in January for December is of the next year.</summary>
    private static int Later(int? ofRow, int month) => ofRow >= 11 && month <= 2 ? 1 : 0;

    /// <summary>Written once and left empty below, without merging the cells.</summary>
    private int? MonthAbove(RowWords row)
    {
        if (monthAbove is not { } month || row.At(PastColumn.Month) is null || row.Text(PastColumn.Month).Length > 0) return null;
        Remarks.Add(new(sheet, row.Number, row.At(PastColumn.Month), $"没有写月份，按上面的 {month} 月记"));
        return month;
    }

    private static int? MonthOf(string text) =>
        MonthDigits().Match(HalfWidth.Of(text)) is { Success: true } month && int.Parse(month.Groups["m"].Value) is >= 1 and <= 12 and var number ? number
        : Documents.ChineseNumber.Parse(RosterHeadings.Plain(text).TrimEnd('份', '月')) is >= 1 and <= 12 and var spelled ? spelled : null;

    private static string OneLine(string text) => text.Replace('\n', ' ');

    [GeneratedRegex(@"^\s*[√✓✔☑vV●○◯是]\s*$")]
    private static partial Regex Mark();

    // 2026年, or the title of the next part: 2026年主题党日统计表
    [GeneratedRegex(@"^\s*[(（]?[一二三四五六]?[)）、.]?\s*20\d\d\s*年?度?\s*$|^[^,，。;；:：]*20\d\d\s*年[^,，。;；:：]*(?:表|台账|情况|登记|记录|一览|汇总|统计)\s*$")]
    private static partial Regex IsOfYear();

    [GeneratedRegex(@"^\s*\d+\s*次")]
    private static partial Regex Times();

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})\s*月?份?\s*$")]
    private static partial Regex MonthDigits();
}
