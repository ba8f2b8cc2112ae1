using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>A column whose cells are dates of one kind of meeting.</summary>
/// <param name="With">The columns beside it that say more of the same meetings: 支委会人数, 党课主讲人.</param>
internal sealed record KindColumn(int Index, string Kind, string Heading, IReadOnlyDictionary<PastColumn, int> With)
{
    /// <summary>Whose meetings they are, 党小组会（二组）; empty where the heading names no group.</summary>
    public string Group { get; init; } = "";
}

/// <summary>A column whose cells are days of one month.</summary>
internal sealed record MonthColumn(int Index, int Month);

/// <summary>Where the heading of a register is, and which column says what. The rows above it are its titles.</summary>
/// <param name="First">The number of its first row.</param>
internal sealed partial record PastHeader(int First, int Last, IReadOnlyDictionary<PastColumn, int> Columns, IReadOnlyList<KindColumn> Kinds, IReadOnlyList<MonthColumn> Months, string[] Headings, IReadOnlyList<string> Private, IReadOnlyList<string> Unused)
{
    /// <summary>The branches or groups of whom the days in a column are.</summary>
    public IReadOnlyList<UnitColumn> Units { get; private init; } = [];

    private static readonly PastColumn[] NotKept = [PastColumn.Serial, PastColumn.Private];

    /// <summary>The columns whose words stay with the meeting. Worked out with the first row.</summary>
    public IReadOnlyList<int> Kept => kept ??= [.. Columns.Where(c => !NotKept.Contains(c.Key)).Select(c => c.Value).Concat(Kinds.SelectMany(k => k.With.Values.Prepend(k.Index))).Concat(Months.Select(m => m.Index)).Distinct().Order()];

    private int[]? kept;

    private const int FewestKinds = 2;
    private const int FewestMonths = 3;

    /// <summary>Null when no row has a column of dates and one more that is known, or two columns that are kinds, three that are months, or two of the days of units.</summary>
    public static PastHeader? Find(Sheet sheet)
    {
        (int Score, PastHeader Header)? best = null;
        foreach (var heading in SheetHeading.In(sheet, t => PastHeadings.Exact(t) is not null || PastHeadings.PartOf(t) is not null, t => PastHeadings.Recognise(t) is not null || PastHeadings.KindOf(t) is MeetingKind.Group))
        {
            var header = Assign(heading.First, heading.Last, heading.Texts);
            if (!header.IsUsable) header = header.WithUnits(UnitColumn.In(sheet, header));
            // A kind over several columns has its heading in the row below: 时间, 人数.
            var isMerged = header.Kinds.Zip(header.Kinds.Skip(1)).Any(k => (k.First.Heading, k.First.Group) == (k.Second.Heading, k.Second.Group) && k.First.Index + 1 == k.Second.Index);
            var score = header.Columns.Count + header.Kinds.DistinctBy(k => (k.Heading, k.Group)).Sum(k => 1 + k.With.Count) + header.Months.Count + header.Units.Count - (isMerged || (header.Units.Count > 0 && header.Kinds.Count > 0) ? 1 : 0);   // 一中队 beside 支委会 is rather part of the heading above it
            if (header.IsUsable && score > (best?.Score ?? 1)) best = (score, header);
        }
        return best?.Header;
    }

    private bool IsUsable => Columns.ContainsKey(PastColumn.Date) || (Columns.ContainsKey(PastColumn.Month) && Columns.ContainsKey(PastColumn.Day)) || Kinds.Count >= FewestKinds || IsOfMonths || Units.Count > 0;

    /// <summary>一支部 as a heading looks like the column of branches, and is none.</summary>
    private PastHeader WithUnits(List<UnitColumn> units) => units.Count == 0 ? this : this with
    {
        Units = units,
        Columns = Columns.Where(c => !units.Exists(u => u.Index == c.Value)).ToDictionary(),
        Unused = [.. Unused.Except(units.Select(u => PrivateText.Heading(u.Heading, Sheet.Letter(u.Index))))],
    };

    /// <summary>Whether the days stand in columns of months.</summary>
    public bool IsOfMonths => Months.Count >= FewestMonths && !Columns.ContainsKey(PastColumn.Date);

    /// <summary>Whether the dates stand in columns of kinds.</summary>
    public bool IsMatrix => Kinds.Count >= FewestKinds && !Columns.ContainsKey(PastColumn.Date) && !Columns.ContainsKey(PastColumn.Day);

    /// <summary>Whether the column of units names Party groups of one branch.</summary>
    public bool IsOfGroups => Columns.TryGetValue(PastColumn.Unit, out var at) && RosterHeadings.Plain(Headings[at]) is "党小组" or "小组" or "党小组名称";

    /// <summary>The columns whose cells are days of one kind, month or unit.</summary>
    public IEnumerable<int> DayColumns => Kinds.Select(k => k.Index).Concat(Months.Select(m => m.Index)).Concat(Units.Select(u => u.Index));

    /// <summary>What the heading of the dates says besides: 2025年召开时间.</summary>
    public string OfDates => Columns.TryGetValue(PastColumn.Date, out var at) ? Headings[at] : "";

    private static PastHeader Assign(int first, int last, string[] headings)
    {
        Dictionary<PastColumn, int> columns = [];
        var kinds = KindsOf(headings);
        List<MonthColumn> months = [];
        List<string> left = [], unused = [];
        for (var i = 0; i < headings.Length; i++)
        {
            var plain = RosterHeadings.Plain(headings[i]);
            if (plain.Length == 0 || kinds.Exists(k => k.Index == i || k.With.Values.Contains(i))) continue;
            var column = PastHeadings.Recognise(headings[i]);
            if (column is PastColumn.Private) left.Add(PrivateText.Heading(plain, Sheet.Letter(i)));
            else if (column is { } known && columns.TryAdd(known, i)) continue;
            else if (column is PastColumn.Kind && columns.TryAdd(PastColumn.Topic, i)) continue;   // 会议类别 and then 会议名称: the second one names the matter
            else if (column is PastColumn.Topic or PastColumn.Kind && columns.TryAdd(PastColumn.Content, i)) continue;
            else if (column is PastColumn.Unit) columns[PastColumn.Unit] = i;   // 单位 and then 党支部: the nearer one
            else if (PastHeadings.MonthOf(headings[i]) is { } month) months.Add(new(i, month));
            else unused.Add(PrivateText.Heading(plain, Sheet.Letter(i)));
        }
        // 月份 above the names of branches is the corner of the table: what stands below it is no month.
        if (months.Count >= FewestMonths && !columns.ContainsKey(PastColumn.Unit) && !columns.ContainsKey(PastColumn.Kind) && columns.Remove(PastColumn.Month, out var corner)) columns[PastColumn.Unit] = corner;
        return new(first, last, columns, kinds, months, headings, [.. left.Distinct()], [.. unused.Distinct()]);
    }

    /// <summary>支委会, 支委会时间, with 支委会人数 to their right. That belongs to a kind only where several kinds have their dates in columns.</summary>
    private static List<KindColumn> KindsOf(string[] headings)
    {
        List<KindColumn> kinds = [.. headings.Select((h, i) => (Kind: PastHeadings.KindOf(h), Heading: h, Index: i)).Where(k => k.Kind is not null).Select(k => new KindColumn(k.Index, k.Kind!, RosterHeadings.Plain(k.Heading), new Dictionary<PastColumn, int>()) { Group = k.Kind is MeetingKind.Group ? GroupWords.In(k.Heading) ?? (OfGroup().Match(k.Heading) is { Success: true } of ? of.Groups["g"].Value : "") : "" })];
        if (kinds.DistinctBy(k => (k.Kind, k.Group)).Count() < FewestKinds || headings.Any(h => PastHeadings.Exact(h) is PastColumn.Date)) return kinds;
        foreach (var (i, heading) in headings.Index())
            if (PastHeadings.PartOf(heading) is { Column: not PastColumn.Date } part && kinds.FindLastIndex(k => k.Kind == part.Kind && k.Index < i) is >= 0 and var at)
                ((Dictionary<PastColumn, int>)kinds[at].With).TryAdd(part.Column, i);
        return kinds;
    }

    // 党小组会（一中队）, and not 党小组会（每月一次）
    [GeneratedRegex("[(（](?<g>[\u4e00-\u9fff]{2,10}?)[)）]\\s*$(?<![每次时间日月季年数人应实至少情况地点容题].)")]
    private static partial Regex OfGroup();
}
