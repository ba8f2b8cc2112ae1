using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>A column whose cells are dates of one kind of meeting.</summary>
internal sealed record KindColumn(int Index, string Kind, string Heading);

/// <summary>A column whose cells are days of one month.</summary>
internal sealed record MonthColumn(int Index, int Month);

/// <summary>Where the heading of a register is, and which column says what. The rows above it are its titles.</summary>
/// <param name="First">The number of its first row.</param>
internal sealed record PastHeader(int First, int Last, IReadOnlyDictionary<PastColumn, int> Columns, IReadOnlyList<KindColumn> Kinds, IReadOnlyList<MonthColumn> Months, string[] Headings, IReadOnlyList<string> Private, IReadOnlyList<string> Unused)
{
    private const int FarthestDown = 30;
    private const int FewestKinds = 2;
    private const int FewestMonths = 3;

    /// <summary>Null when no row has a column of dates and one more that is known, or two columns that are kinds, or three that are months.</summary>
    public static PastHeader? Find(Sheet sheet)
    {
        (int Score, PastHeader Header)? best = null;
        foreach (var isDouble in (bool[])[false, true])   // first a heading of one row: a title above it is none
        {
            for (var i = 0; i < Math.Min(sheet.Rows.Count, FarthestDown); i++)
            {
                if (IsTitle(sheet.Rows[i])) continue;
                if (isDouble && (i + 1 >= sheet.Rows.Count || !IsSecondRow(sheet.Rows[i], sheet.Rows[i + 1]))) continue;
                var lower = isDouble ? sheet.Rows[i + 1] : null;
                var header = Assign(sheet.Rows[i].Number, lower?.Number ?? sheet.Rows[i].Number, Joined(sheet.Rows[i], lower));
                var score = header.Columns.Count + header.Kinds.Count + header.Months.Count;
                if (header.IsUsable && score > (best?.Score ?? 1)) best = (score, header);
            }
        }
        return best?.Header;
    }

    /// <summary>One text over several columns, 1月份主题党日活动开展情况: merged, it stands in each of their cells.</summary>
    private static bool IsTitle(SheetRow row) => row.Cells.Select(c => c.Text).Where(t => t.Length > 0).ToList() is { Count: > 1 } texts && texts.Distinct().Count() == 1;

    private bool IsUsable => Columns.ContainsKey(PastColumn.Date) || (Columns.ContainsKey(PastColumn.Month) && Columns.ContainsKey(PastColumn.Day)) || Kinds.Count >= FewestKinds || IsOfMonths;

    /// <summary>Whether the days stand in columns of months.</summary>
    public bool IsOfMonths => Months.Count >= FewestMonths && !Columns.ContainsKey(PastColumn.Date);

    /// <summary>Whether the dates stand in columns of kinds.</summary>
    public bool IsMatrix => Kinds.Count >= FewestKinds && !Columns.ContainsKey(PastColumn.Date) && !Columns.ContainsKey(PastColumn.Day);

    private static PastHeader Assign(int first, int last, string[] headings)
    {
        Dictionary<PastColumn, int> columns = [];
        List<KindColumn> kinds = [];
        List<MonthColumn> months = [];
        List<string> left = [], unused = [];
        for (var i = 0; i < headings.Length; i++)
        {
            var plain = RosterHeadings.Plain(headings[i]);
            if (plain.Length == 0) continue;
            var column = PastHeadings.Recognise(headings[i]);
            if (column is PastColumn.Private) left.Add(PrivateText.Heading(plain, Sheet.Letter(i)));
            else if (column is { } known && columns.TryAdd(known, i)) continue;
            else if (column is PastColumn.Kind && columns.TryAdd(PastColumn.Topic, i)) continue;   // 会议类别 and then 会议名称: the second one names the matter
            else if (column is PastColumn.Topic or PastColumn.Kind && columns.TryAdd(PastColumn.Content, i)) continue;
            else if (column is PastColumn.Unit) columns[PastColumn.Unit] = i;   // 单位 and then 党支部: the nearer one
            else if (PastHeadings.KindOf(headings[i]) is { } kind) kinds.Add(new(i, kind, plain));
            else if (PastHeadings.MonthOf(headings[i]) is { } month) months.Add(new(i, month));
            else unused.Add(PrivateText.Heading(plain, Sheet.Letter(i)));
        }
        return new(first, last, columns, kinds, months, headings, [.. left.Distinct()], [.. unused.Distinct()]);
    }

    /// <summary>Its cells repeat what stands above them (merged), or are headings themselves or together with what stands above.</summary>
    private static bool IsSecondRow(SheetRow upper, SheetRow lower)
    {
        var news = 0;
        for (var i = 0; i < lower.Cells.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower[i].Text);
            if (below.Length == 0 || below == above) continue;
            var isHeading = PastHeadings.Exact(below) is not null || PastHeadings.Exact(above + below) is not null;
            if (!isHeading && (lower[i].Kind is not CellKind.Text || below.Length > 8)) return false;
            if (isHeading) news++;
        }
        return news > 0;
    }

    private static string[] Joined(SheetRow upper, SheetRow? lower)
    {
        var headings = new string[Math.Max(upper.Cells.Length, lower?.Cells.Length ?? 0)];
        for (var i = 0; i < headings.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower?[i].Text ?? "");
            headings[i] = below.Length == 0 || below == above ? above
                : PastHeadings.Exact(below) is not null ? below
                : PastHeadings.Exact(above + below) is not null ? above + below
                : PastHeadings.Recognise(above) is null ? below : above;
        }
        return headings;
    }
}
