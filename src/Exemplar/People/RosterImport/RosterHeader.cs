using Exemplar.Documents.Sheets;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>A column and how the office words its heading.</summary>
public sealed record HeadedColumn(int Index, string Heading);

/// <summary>
/// Where the heading of the table is, and which column says what. Several columns may say the status (身份 beside 政治面貌);
/// <paramref name="StandingHeading"/> tells what 是 and 否 mean under 是否退休.
/// </summary>
public sealed record RosterHeader(int LastRow, IReadOnlyDictionary<RosterColumn, int> Columns, IReadOnlyList<HeadedColumn> Status, string StandingHeading, IReadOnlyList<string> Private, IReadOnlyList<string> Unused)
{
    private const int FarthestDown = 30;

    /// <summary>Titles stand above it, and it may have two rows. Null when no row has a column of names and one more that is known.</summary>
    public static Result<RosterHeader> Find(Sheet sheet)
    {
        (int Score, int Row, bool IsDouble, string[] Headings)? best = null;
        for (var i = 0; i < Math.Min(sheet.Rows.Count, FarthestDown); i++)
        {
            foreach (var isDouble in (bool[])[false, true])
            {
                if (isDouble && (i + 1 >= sheet.Rows.Count || !IsSecondRow(sheet.Rows[i], sheet.Rows[i + 1]))) continue;
                var headings = Headings(sheet.Rows[i], isDouble ? sheet.Rows[i + 1] : null);
                var known = headings.Select(RosterHeadings.Recognise).OfType<RosterColumn>().ToList();
                var score = known.Distinct().Count();
                if (known.Contains(RosterColumn.Name) && score >= 2 && (best is null || score > best.Value.Score)) best = (score, i, isDouble, headings);
            }
        }
        if (best is not { } found) return new Refusal("没有找到表头。表头里要有“姓名”一列和其他至少一列，例如出生年月、入党时间、所在支部");
        return Assign(sheet.Rows[found.Row + (found.IsDouble ? 1 : 0)].Number, found.Headings);
    }

    private static Result<RosterHeader> Assign(int lastRow, string[] headings)
    {
        Dictionary<RosterColumn, int> columns = [];
        List<HeadedColumn> status = [];
        List<string> left = [], unused = [];
        for (var i = 0; i < headings.Length; i++)
        {
            var (heading, column) = (RosterHeadings.Plain(headings[i]), RosterHeadings.Recognise(headings[i]));
            if (heading.Length == 0 || column is RosterColumn.Idle) continue;
            if (column is RosterColumn.Private || IsPrivate(heading)) left.Add(PrivateText.Heading(heading, Sheet.Letter(i)));
            else if (column is null or RosterColumn.Post) unused.Add(PrivateText.Heading(heading, Sheet.Letter(i)));
            else if (column is RosterColumn.Status) Status(i, heading);
            else if (column is RosterColumn.Department && columns.TryGetValue(RosterColumn.Department, out var other) && IsWholeOffice(heading) != IsWholeOffice(RosterHeadings.Plain(headings[other])))
                unused.Add(IsWholeOffice(heading) ? heading : Instead(other, i));
            else if (column is RosterColumn.AnyPost or RosterColumn.Remark && columns.ContainsKey(column.Value)) unused.Add(heading);
            else if (!columns.TryAdd(column.Value, i))
                return new Refusal($"{Sheet.Letter(columns[column.Value])} 列和 {Sheet.Letter(i)} 列都像是“{column.Value.Name()}”，请删去一列或改个名称");
        }
        // 职务 beside 党内职务 is what somebody does in the office.
        if (columns.ContainsKey(RosterColumn.PartyPost) && columns.Remove(RosterColumn.AnyPost, out var office)) unused.Add(RosterHeadings.Plain(headings[office]));
        return new RosterHeader(lastRow, columns, status, columns.TryGetValue(RosterColumn.Standing, out var standing) ? RosterHeadings.Plain(headings[standing]) : "", [.. left.Distinct()], [.. unused.Distinct()]);

        void Status(int at, string heading)
        {
            columns.TryAdd(RosterColumn.Status, at);
            status.Add(new(at, heading));
        }

        string Instead(int whole, int department)
        {
            columns[RosterColumn.Department] = department;
            return RosterHeadings.Plain(headings[whole]);
        }
    }

    /// <summary>单位 beside 科室 names the office that everybody belongs to; alone it is what the office calls its departments.</summary>
    private static bool IsWholeOffice(string heading) => heading.Contains("单位", StringComparison.Ordinal);

    /// <summary>Headings nobody thought of, for things nobody may store here.</summary>
    private static bool IsPrivate(string heading) =>
        heading.Contains("身份证", StringComparison.Ordinal) || heading.Contains("手机", StringComparison.Ordinal) || heading.Contains("电话", StringComparison.Ordinal)
        || heading.Contains("住址", StringComparison.Ordinal) || heading.Contains("工资", StringComparison.Ordinal) || heading.Contains("银行", StringComparison.Ordinal);

    /// <summary>Its cells repeat what stands above them (merged) or are headings themselves, or make one together with what stands above.</summary>
    private static bool IsSecondRow(SheetRow upper, SheetRow lower)
    {
        var news = 0;
        for (var i = 0; i < lower.Cells.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower[i].Text);
            if (below.Length == 0 || below == above) continue;
            if (RosterHeadings.Recognise(below) is null && RosterHeadings.Recognise(above + below) is null && lower[i].Kind is not CellKind.Text) return false;
            if (RosterHeadings.Recognise(below) is not null || RosterHeadings.Recognise(above + below) is not null) news++;
        }
        return news > 0;
    }

    private static string[] Headings(SheetRow upper, SheetRow? lower)
    {
        var headings = new string[Math.Max(upper.Cells.Length, lower?.Cells.Length ?? 0)];
        for (var i = 0; i < headings.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower?[i].Text ?? "");
            headings[i] = below.Length == 0 || below == above ? above
                : RosterHeadings.Recognise(above + below) is not null ? above + below
                : RosterHeadings.Recognise(below) is not null || RosterHeadings.Recognise(above) is null ? below
                : above;
        }
        return headings;
    }
}
