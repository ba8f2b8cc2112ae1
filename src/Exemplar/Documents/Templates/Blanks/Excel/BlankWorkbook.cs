using System.Xml.Linq;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>Fills a workbook: fields where they are, tables from the lowest up, so that added rows move only what was filled already.</summary>
internal sealed class BlankWorkbook(WorkbookParts workbook) : BlankFile([.. workbook.Sheets.Select(s => s.ToGrid())])
{
    public override string Extension => ".xlsx";

    private protected override void Correct(TitleOfBlank title) => new CellWriter(workbook, workbook.Sheets[title.Grid]).WriteGaps(title.Cell, [(title.Gap, title.Period.Now, "")]);

    protected override byte[] Write(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        foreach (var fields in Shape.Slots.OfType<Field>().GroupBy(f => f.Grid)) FillFields(workbook.Sheets[fields.Key], [.. fields], values);
        foreach (var table in Shape.Tables.OrderByDescending(t => t.Grid).ThenByDescending(t => t.First)) FillTable(table, values);
        if (workbook.Package.Names.Any(name => IsChanged(name))) Recalculate();
        return workbook.Package.Write();
    }

    private void FillFields(SheetPart sheet, List<Field> fields, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var writer = new CellWriter(workbook, sheet);
        var given = fields.Where(f => values.TryGetValue(f.Key, out var value) && value.Count > 0 && !value[0].IsEmpty).ToList();
        foreach (var field in given.Where(f => f.Gap is null)) writer.Write(field.Target.Row, field.Target.Column, values[field.Key][0], field.Label);
        foreach (var cell in given.Where(f => f.Gap is not null).GroupBy(f => f.Target))
            writer.WriteGaps(cell.Key, [.. cell.Select(f => (f.Gap!, values[f.Key][0], f.Label))]);
    }

    private void FillTable(FormTable table, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var count = table.Columns.Max(c => values.TryGetValue(c.Key, out var given) ? given.Count : 0);
        if (count == 0) return;
        var sheet = workbook.Sheets[table.Grid];
        if (count > table.EmptyRows) new RowAdder(workbook, sheet).Add(table, count - table.EmptyRows);

        var writer = new CellWriter(workbook, sheet);
        for (var i = 0; i < count; i++)
        {
            if (table.Numbers is { } numbers && !IsNumbered(table, i, count)) writer.Write(table.First + i, numbers, i + 1, "");
            foreach (var column in table.Columns)
                if (values.TryGetValue(column.Key, out var given) && i < given.Count) writer.Write(table.First + i, column.Index, given[i], column.Label);
        }
        foreach (var (column, sum) in SumsOf(table, values)) writer.Write(table.First + Math.Max(count, table.EmptyRows), column.Index, sum, column.Label);
    }

    private bool IsChanged(string name) => name.StartsWith("xl/worksheets/", StringComparison.Ordinal) && workbook.Package.Find(name) is { IsChanged: true };

    /// <summary>Formulas must see the new values: the results that were kept are dropped, and the program is told to calculate when it opens the file.</summary>
    private void Recalculate()
    {
        var formulas = workbook.Sheets.SelectMany(s => s.Data.Descendants(s.Ns + "f").Select(f => (Sheet: s, Cell: f.Parent!))).ToList();
        if (formulas.Count == 0) return;
        foreach (var (sheet, cell) in formulas)
        {
            cell.Element(sheet.Ns + "v")?.Remove();
            cell.Attribute("t")?.Remove();
            sheet.Change();
        }
        var book = workbook.Book.Root;
        var ns = book.Name.Namespace;
        var calculation = book.Element(ns + "calcPr");
        if (calculation is null)
        {
            calculation = new XElement(ns + "calcPr");
            book.Elements().Last(e => e.Name.LocalName is "sheets" or "functionGroups" or "externalReferences" or "definedNames").AddAfterSelf(calculation);
        }
        calculation.SetAttributeValue("fullCalcOnLoad", "1");
        workbook.Book.IsChanged = true;
    }
}
