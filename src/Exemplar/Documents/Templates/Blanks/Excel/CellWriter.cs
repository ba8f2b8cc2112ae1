using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Exemplar.Documents.Sheets;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>Writes values into cells whose look stays: text as text whatever it looks like, numbers as numbers, days as days where the cell shows them so.</summary>
internal sealed class CellWriter(WorkbookParts workbook, SheetPart sheet)
{
    private const int LongestText = 32_767;   // what a cell can hold

    /// <summary>A cell that calculates is left alone.</summary>
    public void Write(int row, int column, FormValue value, string label)
    {
        if (value.IsEmpty) return;
        var cell = sheet.Cell(row, column);
        if (cell.Element(sheet.Ns + "f") is not null) return;
        sheet.Change();
        if (value.Day is { } day && workbook.Styles.IsDate(SheetPart.Style(cell))) PutNumber(cell, Serial(day).ToString(CultureInfo.InvariantCulture));
        else if (value.Number is { } number) PutNumber(cell, number.ToString(CultureInfo.InvariantCulture));
        else PutText(cell, new XElement(sheet.Ns + "is", TextOf(value.In(label))), value.In(label));
    }

    /// <summary>Fills gaps within the text that stands in the cell; its runs keep their fonts.</summary>
    public void WriteGaps(GridCell target, IReadOnlyList<(Gap Gap, FormValue Value, string Label)> gaps)
    {
        var cell = sheet.Cell(target.Row, target.Column);
        if (cell.Element(sheet.Ns + "f") is not null) return;
        sheet.Change();
        var source = (string?)cell.Attribute("t") is "s" ? workbook.Strings[int.Parse((string)cell.Element(sheet.Ns + "v")!, CultureInfo.InvariantCulture)] : cell.Element(sheet.Ns + "is");
        if (source is null) return;
        var text = new XElement(sheet.Ns + "is", source.Elements().Where(e => e.Name.LocalName is "t" or "r").Select(e => new XElement(e)));
        GapText.Fill([.. text.Descendants().Where(e => e.Name.LocalName == "t").Select(t => new TextPiece(t))], gaps);
        PutText(cell, text, WorkbookParts.TextOf(text));
    }

    private int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (workbook.Is1904 ? 1462 : 0);

    private void PutNumber(XElement cell, string number)
    {
        cell.Nodes().Remove();
        cell.Attribute("t")?.Remove();
        cell.Add(new XElement(sheet.Ns + "v", number));
    }

    private void PutText(XElement cell, XElement text, string plain)
    {
        cell.Nodes().Remove();
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(text);
        if (SheetWriter.IsFormulaLike(plain)) cell.SetAttributeValue("s", SheetPart.Text(workbook.Styles.Quoted(SheetPart.Style(cell))));
    }

    private XElement TextOf(string text)
    {
        var clean = new string([.. text.ReplaceLineEndings("\n").Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);
        if (clean.Length > LongestText) clean = clean[..(LongestText - 2)] + "…";
        return new(sheet.Ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), clean);
    }
}
