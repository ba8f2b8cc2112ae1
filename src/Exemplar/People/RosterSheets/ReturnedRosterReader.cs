using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>
/// Reads a roster sheet that came back, by the reader of rosters. Of whom it went out with, a line says only what was changed
/// since: a cell that stands as it was issued says nothing, whatever the roster says by now. Pure: the same file says the same.
/// </summary>
internal static class ReturnedRosterReader
{
    /// <param name="about">With unit, file and days; the people come from the mark.</param>
    public static Result<RosterReading> Read(SheetBook book, RosterSheetMark mark, ReturnedRoster about, bool isBranch, DateOnly today)
    {
        var (sheet, found) = book.Shown.OrderBy(s => s.Name == RosterSheetWords.Roster ? 0 : 1).Select(s => (s, RosterTable.Find(s).Value)).FirstOrDefault(x => x.Value is not null);
        if (found is null) return new Refusal("没有找到表头里的“姓名”一列。表头改过的请改回原样");

        var columns = OwnColumns(found);
        var people = RowsOf(found, columns, mark);
        var left = columns.TryGetValue("人员状态", out var standing) ? found.Rows.Where(r => RosterSheetWords.SaysLeft(r.Row[standing].Text)).Select(r => r.Row.Number).ToHashSet() : [];
        var table = found with
        {
            Headings = [.. found.Headings.Select((h, i) => columns.ContainsValue(i) ? h : "")],
            Rows = [.. found.Rows.Select(r => left.Contains(r.Row.Number) ? r with { Row = Without(r.Row, standing) } : r)],
            Private = [],
        };
        var read = RosterReading.Of(table, ColumnWords.None, today, Remarks(book, sheet, found, columns));
        if (read.Refusal is { } refusal) return refusal;

        var issued = Issued(mark, today);
        var untouched = people.Where(p => !left.Contains(p.Key) && IsUntouched(found.Rows.First(r => r.Row.Number == p.Key).Row, p.Value, columns)).Select(p => p.Key).ToHashSet();
        List<Finding> findings = [.. read.Value!.Findings.Where(f => !untouched.Contains(f.Row) && !(left.Contains(f.Row) && people.ContainsKey(f.Row)))];
        List<RosterLine> lines = [.. read.Value.Lines.Select(line =>
            !people.TryGetValue(line.Row, out var row) ? Placed(line, about.Unit, isBranch)
            : untouched.Contains(line.Row) || left.Contains(line.Row) ? new RosterLine(line.Row, issued[row.PersonId].Name)
            : Told(line, issued[row.PersonId], findings, read.Value.Header))];
        var stands = people.ToDictionary(p => p.Value.PersonId, p => p.Key);
        return new RosterReading(read.Value.Header, lines, [.. findings.OrderBy(f => f.Row)])
        {
            Sheet = about with
            {
                IssuedOn = mark.IssuedOn,
                Issued = [.. mark.Rows.Select(r => new IssuedPerson(r.PersonId, RosterSheetWriter.FirstRow + r.Number - 1, stands.TryGetValue(r.PersonId, out var at) ? at : null, issued[r.PersonId], stands.TryGetValue(r.PersonId, out var now) && left.Contains(now)))],
            },
        };
    }

    /// <summary>Where each of our headings stands, the first of its kind.</summary>
    private static Dictionary<string, int> OwnColumns(RosterTable table)
    {
        Dictionary<string, int> columns = [];
        for (var i = 0; i < table.Headings.Count; i++)
            if (RosterHeadings.Plain(table.Headings[i]) is { Length: > 0 } heading && RosterSheetWords.Headings.Contains(heading)) columns.TryAdd(heading, i);
        return columns;
    }

    /// <summary>Whom each row is of, by its number; a row without one by its name, where nobody else has it.</summary>
    private static Dictionary<int, IssuedRow> RowsOf(RosterTable table, Dictionary<string, int> columns, RosterSheetMark mark)
    {
        Dictionary<int, IssuedRow> people = [];
        HashSet<Guid> met = [];
        if (columns.TryGetValue(RosterSheetWords.Number, out var number))
            foreach (var row in table.Rows)
                if (int.TryParse(row.Row[number].Text, CultureInfo.InvariantCulture, out var said) && mark.Rows.FirstOrDefault(r => r.Number == said) is { } issued && met.Add(issued.PersonId)) people[row.Row.Number] = issued;
        foreach (var row in table.Rows.Where(r => !people.ContainsKey(r.Row.Number)))
        {
            var name = RosterLineReader.PersonName(RosterLineReader.Said(row.Row[columns["姓名"]]));
            if (mark.Rows.Where(r => r.Cells[0] == name).Take(2).ToList() is [var only] && met.Add(only.PersonId)) people[row.Row.Number] = only;
        }
        return people;
    }

    private static bool IsUntouched(SheetRow row, IssuedRow issued, Dictionary<string, int> columns) =>
        RosterSheetWords.Headings.Skip(1).Index().All(h => !columns.TryGetValue(h.Item, out var at) || row[at].Text.Trim() == issued.Cells[h.Index]);

    /// <summary>What the rows said when they went out, read by the same reader.</summary>
    private static Dictionary<Guid, RosterLine> Issued(RosterSheetMark mark, DateOnly today)
    {
        if (mark.Rows.Count == 0) return [];
        RosterTable table = new(0, [.. RosterSheetWords.Headings.Skip(1)], [.. mark.Rows.Select(r => new TableRow(new(r.Number, [.. r.Cells.Select(c => c.Length > 0 ? new Cell(CellKind.Text, c) : Cell.Empty)]), null, null))], []);
        return RosterReading.Of(table, ColumnWords.None, today, []).Value!.Lines.Zip(mark.Rows).ToDictionary(x => x.Second.PersonId, x => x.First);
    }

    /// <summary>Somebody new on the sheet of a unit belongs to it, unless the row says otherwise.</summary>
    private static RosterLine Placed(RosterLine line, string unit, bool isBranch) =>
        isBranch ? (line.IsMember is false ? line : line with { Branch = line.Branch ?? unit }) : line with { Department = line.Department ?? unit };

    /// <summary>Without what stands as it was issued. What was emptied says nothing either, and is pointed at.</summary>
    private static RosterLine Told(RosterLine said, RosterLine issued, List<Finding> findings, RosterHeader header)
    {
        var isStatusTold = !said.IsStatusDerived && said.IsMember is not null && (said.Status, said.IsMember) != (issued.Status, issued.IsMember);
        foreach (var (column, was, now) in ((RosterColumn, bool, bool)[])[
            (RosterColumn.Sex, issued.Sex is not null, said.Sex is not null), (RosterColumn.BirthMonth, issued.BirthMonth is not null, said.BirthMonth is not null),
            (RosterColumn.JoinedOn, issued.JoinedOn is not null, said.JoinedOn is not null), (RosterColumn.ConfirmedOn, issued.ConfirmedOn is not null, said.ConfirmedOn is not null),
            (RosterColumn.Branch, issued.Branch is not null, said.Branch is not null), (RosterColumn.Department, issued.Department is not null, said.Department is not null)])
            if (was && !now && !said.IsWrong && header.Columns.TryGetValue(column, out var at)) findings.Add(new(said.Row, at, $"{column.Name()}清空了，名册里的不动；确实要去掉，请在名册里更正", IsError: false));
        if (Gone(issued.PartyPosts, said.PartyPosts) is { Count: > 0 } gone && header.Columns.TryGetValue(RosterColumn.PartyPost, out var posts))
            findings.Add(new(said.Row, posts, $"表里不再写“{string.Join('、', gone)}”，职务不动；离任请在单位页登记", IsError: false));
        return said with
        {
            Sex = said.Sex == issued.Sex ? null : said.Sex,
            BirthMonth = said.BirthMonth == issued.BirthMonth ? null : said.BirthMonth,
            JoinedOn = said.JoinedOn == issued.JoinedOn ? null : said.JoinedOn,
            ConfirmedOn = said.ConfirmedOn == issued.ConfirmedOn ? null : said.ConfirmedOn,
            Status = isStatusTold ? said.Status : null,
            IsMember = isStatusTold ? said.IsMember : null,
            IsStatusDerived = false,
            IsRetired = said.IsRetired == issued.IsRetired ? null : said.IsRetired,
            Branch = said.Branch == issued.Branch ? null : said.Branch,
            Department = said.Department == issued.Department ? null : said.Department,
            PartyPosts = said.PartyPosts == issued.PartyPosts ? null : said.PartyPosts,
        };
    }

    private static List<string> Gone(string? issued, string? said) =>
        [.. (issued ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries).Except((said ?? "").Split(['、', '，', ',', '；', ' '], StringSplitOptions.RemoveEmptyEntries))];

    private static SheetRow Without(SheetRow row, int column) => row with { Cells = [.. row.Cells.Select((c, i) => i == column ? Cell.Empty : c)] };

    private static IEnumerable<Finding> Remarks(SheetBook book, Sheet read, RosterTable table, Dictionary<string, int> columns)
    {
        foreach (var other in book.Shown.Where(s => s != read)) yield return new(0, null, $"另加的表“{PrivateText.Quote(other.Name)}”没有读", IsError: false);
        foreach (var missing in RosterSheetWords.Headings.Where(h => !columns.ContainsKey(h))) yield return new(0, null, $"没有“{missing}”一列，没有读。表头改过的请改回原样", IsError: false);
        for (var i = 0; i < table.Headings.Count; i++)
            if (!columns.ContainsValue(i) && RosterHeadings.Plain(table.Headings[i]) is { Length: > 0 } added) yield return new(0, null, $"另加的列“{PrivateText.Heading(added, Sheet.Letter(i))}”没有读：名册没有这一项", IsError: false);
    }
}
