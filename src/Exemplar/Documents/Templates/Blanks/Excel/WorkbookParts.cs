using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>A workbook taken apart: its visible sheets, texts and looks.</summary>
internal sealed class WorkbookParts
{
    private WorkbookParts(OfficePackage package, PartXml book, IReadOnlyList<XElement> strings, SheetStyles styles)
    {
        (Package, Book, Strings, Styles) = (package, book, strings, styles);
        Is1904 = book.Root.Elements().FirstOrDefault(e => e.Name.LocalName == "workbookPr")?.Attribute("date1904")?.Value is "1" or "true";
    }

    public OfficePackage Package { get; }
    public PartXml Book { get; }
    public IReadOnlyList<XElement> Strings { get; }
    public SheetStyles Styles { get; }
    public bool Is1904 { get; }
    public IReadOnlyList<SheetPart> Sheets { get; private set; } = [];

    public static WorkbookParts Read(OfficePackage package)
    {
        var book = package.Open("xl/workbook.xml");
        var strings = package.Find("xl/sharedStrings.xml")?.Root.Elements().Where(e => e.Name.LocalName == "si").ToList() ?? [];
        var workbook = new WorkbookParts(package, book, strings, new SheetStyles(package.Find("xl/styles.xml")));
        var targets = package.Open("xl/_rels/workbook.xml.rels").Root.Elements()
            .ToDictionary(e => (string?)e.Attribute("Id") ?? "", e => ((string?)e.Attribute("Target") ?? "") is ['/', .. var absolute] ? absolute : "xl/" + (string?)e.Attribute("Target"));
        workbook.Sheets = [.. from sheet in book.Root.Elements().FirstOrDefault(e => e.Name.LocalName == "sheets")?.Elements() ?? []
                              where (string?)sheet.Attribute("state") is null or "visible"
                              let relation = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.Namespace != XNamespace.None)?.Value
                              where relation is not null && targets.ContainsKey(relation) && package.Has(targets[relation])
                              let part = package.Open(targets[relation])
                              where part.Root.Name.LocalName == "worksheet"
                              select new SheetPart(workbook, (string?)sheet.Attribute("name") ?? "", part)];
        if (workbook.Sheets.Count == 0) throw new TooMuchToFill("工作簿里没有可见的工作表");
        return workbook;
    }

    /// <summary>The text of an si or is element, without the hints how it is spoken.</summary>
    public static string TextOf(XElement text) => string.Concat(text.Descendants().Where(e => e.Name.LocalName == "t" && e.Parent!.Name.LocalName != "rPh").Select(e => e.Value));
}
