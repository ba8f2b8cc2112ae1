using System.Text.Json;
using System.Text.Json.Serialization;
using Exemplar.Documents.Sheets;

namespace Exemplar.People.RosterImport;

/// <summary>A row of one person, and the branch and department of the section that it stands in.</summary>
public sealed record TableRow(SheetRow Row, string? Branch, string? Department);

/// <summary>The table of people in a sheet, before anybody says what its columns mean.</summary>
/// <param name="Headings">Of each column from A on, as the office words it; empty where there is none.</param>
/// <param name="Private">Columns that may never be read, by their heading or by what stands in them.</param>
public sealed record RosterTable(int LastRow, IReadOnlyList<string> Headings, IReadOnlyList<TableRow> Rows, IReadOnlyList<int> Private)
{
    private const int FarthestDown = 30;

    /// <summary>Titles stand above it, and its heading may have two rows. Refused when no row has a column of names and one more that is known.</summary>
    /// <param name="section">What says where its people belong, where no row does: the name of the sheet.</param>
    public static Result<RosterTable> Find(Sheet sheet, string section = "")
    {
        (int Score, int Row, bool IsDouble, string[] Headings)? best = null;
        for (var i = 0; i < Math.Min(sheet.Rows.Count, FarthestDown); i++)
        {
            foreach (var isDouble in (bool[])[false, true])
            {
                if (isDouble && (i + 1 >= sheet.Rows.Count || !HeadingRows.IsSecond(sheet.Rows[i], sheet.Rows[i + 1]))) continue;
                var headings = HeadingRows.Join(sheet.Rows[i], isDouble ? sheet.Rows[i + 1] : null);
                var known = headings.Select(RosterHeadings.Recognise).OfType<RosterColumn>().ToList();
                var score = known.Distinct().Count();
                if (known.Contains(RosterColumn.Name) && score >= 2 && (best is null || score > best.Value.Score)) best = (score, i, isDouble, headings);
            }
        }
        if (best is not { } found) return new Refusal("没有找到表头。表头里要有“姓名”一列和其他至少一列，例如出生年月、入党时间、所在支部");

        var lastRow = sheet.Rows[found.Row + (found.IsDouble ? 1 : 0)].Number;
        var rows = new RowSorter(Array.FindIndex(found.Headings, h => RosterHeadings.Recognise(h) is RosterColumn.Name), section).Sort(sheet.Rows.Where(r => r.Number > lastRow));
        List<int> hidden = [.. Enumerable.Range(0, found.Headings.Length).Where(i => IsPrivate(found.Headings[i], i, rows))];
        return new RosterTable(lastRow, found.Headings, rows, hidden);
    }

    /// <summary>What stands in a column, without the empty cells.</summary>
    public IEnumerable<string> Texts(int column) => Rows.Select(r => r.Row[column].Text.Trim()).Where(t => t.Length > 0);

    /// <summary>What may wait until the sheet is confirmed: the columns that are read or asked about, without numbers that nobody may keep, and of remarks only what is read.</summary>
    public RosterTable Cut(RosterHeader header)
    {
        HashSet<int> kept = [.. header.Columns.Values, .. header.Status.Select(s => s.Index), .. header.Asked.Select(a => a.Index)];
        var remark = header.Columns.TryGetValue(RosterColumn.Remark, out var at) && header.Asked.All(a => a.Index != at) ? at : -1;
        var post = header.Columns.TryGetValue(RosterColumn.Post, out var office) && header.Asked.All(a => a.Index != office) ? office : -1;   // 行政职务 are not kept
        return this with
        {
            Headings = [.. Headings.Select((h, i) => kept.Contains(i) ? h : PrivateText.Heading(RosterHeadings.Plain(h), Sheet.Letter(i)))],
            Rows = [.. Rows.Select(r => r with { Row = r.Row with { Cells = [.. r.Row.Cells.Select((c, i) => !kept.Contains(i) ? Cell.Empty : i == remark ? c with { Text = RosterRemark.Kept(c.Text) } : i == post ? c with { Text = RosterLineReader.IsRetiredWord(RosterLineReader.Said(c)) ? c.Text : "" } : c with { Text = PrivateText.Mask(c.Text) })] } })],
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static RosterTable OfJson(string json) => JsonSerializer.Deserialize<RosterTable>(json, Json)!;

    private static bool IsPrivate(string heading, int column, IReadOnlyList<TableRow> rows) =>
        RosterHeadings.Plain(heading) is { Length: > 0 } plain
        && (RosterHeadings.IsPrivate(plain) || (RosterHeadings.Recognise(plain) is null && rows.Any(r => PrivateText.IsIn(r.Row[column].Text))));

    private static readonly JsonSerializerOptions Json = new() { Converters = { new CellJson() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A digit for the kind, and the text.</summary>
    private sealed class CellJson : JsonConverter<Cell>
    {
        public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 } text ? new((CellKind)(text[0] - '0'), text[1..]) : Cell.Empty;

        public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Kind is CellKind.Empty ? "" : $"{(int)value.Kind}{value.Text}");
    }
}
