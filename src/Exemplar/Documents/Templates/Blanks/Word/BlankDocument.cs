using System.Xml.Linq;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks.Word;

/// <summary>Fills a Word document: fields and gaps where they are, table rows as copies of an empty one.</summary>
internal sealed class BlankDocument(WordParts word) : BlankFile(word.Grids)
{
    public override string Extension => ".docx";

    private protected override void Correct(TitleOfBlank title) => FillGaps(word.ElementOf(title.Cell), [(title.Gap, title.Period.Now, "")]);

    protected override byte[] Write(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var given = Shape.Slots.OfType<Field>().Where(f => values.TryGetValue(f.Key, out var value) && value.Count > 0 && !value[0].IsEmpty).ToList();
        foreach (var field in given.Where(f => f.Gap is null)) CellText.Put(word.ElementOf(field.Target), values[field.Key][0].In(field.Label));
        foreach (var cell in given.Where(f => f.Gap is not null).GroupBy(f => word.ElementOf(f.Target)))
            FillGaps(cell.Key, [.. cell.Select(f => (f.Gap!, values[f.Key][0], f.Label))]);
        foreach (var table in Shape.Tables.OrderByDescending(t => t.Grid).ThenByDescending(t => t.First)) FillTable(table, values);
        word.Document.IsChanged = true;
        return word.Package.Write();
    }

    /// <summary>A cell may hold several lines, each a paragraph: offsets count over all of them with a break between.</summary>
    private static void FillGaps(XElement element, List<(Gap Gap, FormValue Value, string Label)> gaps)
    {
        var start = 0;
        foreach (var paragraph in element.Name.LocalName == "p" ? [element] : WordParts.Unwrapped(element, "p").ToList())
        {
            var pieces = WordParts.Pieces(paragraph);
            var length = pieces.Sum(p => p.Text.Length);
            var here = gaps.Where(g => start <= g.Gap.Start && g.Gap.Start + g.Gap.Length <= start + length).Select(g => (g.Gap with { Start = g.Gap.Start - start }, g.Value, g.Label)).ToList();
            GapText.Fill(pieces, here);
            start += length + 1;
        }
    }

    private void FillTable(FormTable table, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var count = table.Columns.Max(c => values.TryGetValue(c.Key, out var given) ? given.Count : 0);
        if (count == 0) return;
        var rows = WordParts.Unwrapped(word.Blocks[table.Grid], "tr").ToList();
        var sums = table.HasSums ? rows[table.Last + 1] : null;
        var lines = RowsFor(rows.GetRange(table.First, table.EmptyRows), count);
        for (var i = 0; i < count; i++)
        {
            if (table.Numbers is { } numbers && !IsNumbered(table, i, count)) Put(lines[i], numbers, $"{i + 1}");
            foreach (var column in table.Columns)
                if (values.TryGetValue(column.Key, out var given) && i < given.Count && !given[i].IsEmpty) Put(lines[i], column.Index, given[i].In(column.Label));
        }
        foreach (var (column, sum) in SumsOf(table, values)) Put(sums!, column.Index, ((FormValue)sum).In(column.Label));
    }

    /// <summary>Enough rows: copies stand above the last one, which may have a border of its own.</summary>
    private static List<XElement> RowsFor(List<XElement> empty, int count)
    {
        if (count <= empty.Count) return empty;
        var model = empty[Math.Max(0, empty.Count - 2)];
        var copies = Enumerable.Range(0, count - empty.Count).Select(_ => CellText.CopyOf(model)).ToList();
        model.AddAfterSelf(copies);
        return empty.Count == 1 ? [model, .. copies] : [.. empty[..^1], .. copies, empty[^1]];
    }

    private static void Put(XElement row, int column, string text)
    {
        var at = row.Elements().FirstOrDefault(e => e.Name.LocalName == "trPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "gridBefore") is { } before ? CellText.Number(before) : 0;
        foreach (var cell in WordParts.Unwrapped(row, "tc"))
        {
            if (at == column)
            {
                CellText.Put(cell, text);
                return;
            }
            at += cell.Elements().FirstOrDefault(e => e.Name.LocalName == "tcPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "gridSpan") is { } span ? CellText.Number(span) : 1;
        }
    }
}
