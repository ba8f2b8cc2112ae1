using System.Globalization;
using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>
/// Adds rows to a table as a spreadsheet program does: copies of an empty row above the last one (which may have a border of its
/// own), everything below moves down, and whatever refers to moved cells follows.
/// </summary>
internal sealed class RowAdder(WorkbookParts workbook, SheetPart sheet)
{
    private const string CalculationChain = "xl/calcChain.xml";

    public void Add(FormTable table, int count)
    {
        var model = Math.Max(table.First, table.Last - 1);
        var rows = new AddedRows(table.EmptyRows >= 2 ? table.Last : table.First + table.EmptyRows, count, table.EmptyRows == 1);
        Unshare();
        var copies = table.EmptyRows == 0 ? [] : CopiesOf(model, rows.At - model, count);
        var merges = table.EmptyRows == 0 ? [] : MergesWithin(model);
        foreach (var row in sheet.Data.Elements(sheet.Ns + "row").Where(r => SheetPart.RowOf(r) >= rows.At)) Renumber(row, SheetPart.RowOf(row) + count);
        MoveReferences(rows);
        foreach (var copy in copies)
        {
            var place = sheet.Row(SheetPart.RowOf(copy));
            place.ReplaceWith(copy);
        }
        for (var i = 0; i < count; i++)
            foreach (var (left, right) in merges) AddMerge(rows.At + i, left, right);
        MoveNames(rows);
        DropCalculationChain();
        sheet.Change();
    }

    /// <param name="distance">From the row that is copied to the first copy.</param>
    private List<XElement> CopiesOf(int model, int distance, int count)
    {
        if (sheet.FindRow(model) is not { } row) return [];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var copy = new XElement(row);
            foreach (var cell in copy.Elements(sheet.Ns + "c"))
            {
                if (cell.Element(sheet.Ns + "f") is { } formula) formula.Value = AddedRows.Copy(formula.Value, distance + i);
                cell.Elements().Where(e => e.Name.LocalName != "f").Remove();
                cell.Attribute("t")?.Remove();
            }
            Renumber(copy, model + distance + i);
            return copy;
        })];
    }

    private void Renumber(XElement row, int number)
    {
        row.SetAttributeValue("r", SheetPart.Text(number + 1));
        foreach (var cell in row.Elements(sheet.Ns + "c"))
            cell.SetAttributeValue("r", CellName.Of(number, CellName.Read((string?)cell.Attribute("r")).Column));
    }

    private void MoveReferences(AddedRows rows)
    {
        foreach (var attribute in sheet.Root.Descendants().Where(e => e.Name.LocalName is not ("row" or "c")).Attributes().Where(a => a.Name.LocalName is "ref" or "sqref" or "activeCell" or "topLeftCell" && a.Parent!.Name.LocalName is not "pane"))
            attribute.Value = rows.Move(attribute.Value);
        foreach (var breaks in sheet.Root.Elements(sheet.Ns + "rowBreaks").Elements())
            if (int.TryParse((string?)breaks.Attribute("id"), out var at) && at >= rows.At) breaks.SetAttributeValue("id", SheetPart.Text(at + rows.Count));
        foreach (var other in workbook.Sheets)
        {
            foreach (var formula in other.Root.Descendants().Where(e => e.Name.LocalName is "f" or "formula" or "formula1" or "formula2"))
            {
                var moved = rows.MoveFormula(formula.Value, sheet.Name, other == sheet);
                if (moved == formula.Value) continue;
                formula.Value = moved;
                other.Change();
            }
        }
    }

    /// <summary>Print areas, titles and other names of the workbook.</summary>
    private void MoveNames(AddedRows rows)
    {
        foreach (var name in workbook.Book.Root.Elements().Where(e => e.Name.LocalName == "definedNames").Elements())
        {
            var moved = rows.MoveFormula(name.Value, sheet.Name, standsHere: false);
            if (moved == name.Value) continue;
            name.Value = moved;
            workbook.Book.IsChanged = true;
        }
    }

    private List<(int Left, int Right)> MergesWithin(int row) => [.. (sheet.Root.Element(sheet.Ns + "mergeCells")?.Elements() ?? [])
        .Select(m => CellName.Range((string?)m.Attribute("ref") ?? "")).OfType<(int Top, int Left, int Bottom, int Right)>()
        .Where(m => m.Top == row && m.Bottom == row).Select(m => (m.Left, m.Right))];

    private void AddMerge(int row, int left, int right)
    {
        var merges = sheet.Root.Element(sheet.Ns + "mergeCells")!;
        merges.Add(new XElement(sheet.Ns + "mergeCell", new XAttribute("ref", $"{CellName.Of(row, left)}:{CellName.Of(row, right)}")));
        if (merges.Attribute("count") is not null) merges.SetAttributeValue("count", merges.Elements().Count().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A formula that a range of cells shares is written out in each: it could not be moved in parts.</summary>
    private void Unshare()
    {
        var formulas = sheet.Data.Descendants(sheet.Ns + "f").Where(f => (string?)f.Attribute("t") is "shared").ToList();
        var masters = formulas.Where(f => f.Value.Length > 0).GroupBy(f => (string?)f.Attribute("si") ?? "").ToDictionary(g => g.Key, g => (g.First().Value, At: Place(g.First())));
        foreach (var formula in formulas)
        {
            if (masters.TryGetValue((string?)formula.Attribute("si") ?? "", out var master) && Place(formula) is var at)
                formula.Value = AddedRows.Copy(master.Value, at.Row - master.At.Row, at.Column - master.At.Column);
            formula.Attributes().Where(a => a.Name.LocalName is "t" or "si" or "ref").Remove();
        }

        static (int Row, int Column) Place(XElement formula) => CellName.Read((string?)formula.Parent!.Attribute("r"));
    }

    /// <summary>It names cells that have moved; programs build it anew.</summary>
    private void DropCalculationChain()
    {
        if (!workbook.Package.Has(CalculationChain)) return;
        workbook.Package.Drop(CalculationChain);
        var relations = workbook.Package.Open("xl/_rels/workbook.xml.rels");
        relations.Root.Elements().Where(e => ((string?)e.Attribute("Target"))?.EndsWith("calcChain.xml", StringComparison.Ordinal) is true).Remove();
        var types = workbook.Package.Open("[Content_Types].xml");
        types.Root.Elements().Where(e => (string?)e.Attribute("PartName") == "/" + CalculationChain).Remove();
        (relations.IsChanged, types.IsChanged) = (true, true);
    }
}
