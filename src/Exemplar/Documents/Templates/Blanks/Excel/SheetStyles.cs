using System.Globalization;
using System.Xml.Linq;
using Exemplar.Documents.Sheets;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>Which looks show a number as a date, and a look that marks what seems to be a formula as text for good.</summary>
internal sealed class SheetStyles
{
    private readonly PartXml? part;
    private readonly XElement? looks;
    private readonly HashSet<int> dates = [];
    private readonly Dictionary<int, int> quoted = [];

    public SheetStyles(PartXml? part)
    {
        this.part = part;
        if (part is null) return;
        var ns = part.Root.Name.Namespace;
        looks = part.Root.Element(ns + "cellXfs");
        HashSet<int> formats = [.. Enumerable.Range(14, 4), 22, .. Enumerable.Range(27, 5), 36, .. Enumerable.Range(50, 5), 57, 58];
        foreach (var format in part.Root.Element(ns + "numFmts")?.Elements() ?? [])
            if (Number(format, "numFmtId") is { } id && DateStyles.IsDate((string?)format.Attribute("formatCode") ?? "")) formats.Add(id);
        var index = 0;
        foreach (var look in looks?.Elements(ns + "xf") ?? [])
        {
            if (Number(look, "numFmtId") is { } format && formats.Contains(format)) dates.Add(index);
            index++;
        }
    }

    public bool IsDate(int style) => dates.Contains(style);

    /// <summary>The same look for text that begins like a formula; the other looks keep their numbers.</summary>
    public int Quoted(int style)
    {
        if (looks is null || part is null || looks.Elements().ElementAtOrDefault(style) is not { } look) return style;
        if (quoted.TryGetValue(style, out var known)) return known;
        var copy = new XElement(look);
        copy.SetAttributeValue("quotePrefix", "1");
        looks.Add(copy);
        var count = looks.Elements().Count();
        looks.SetAttributeValue("count", count.ToString(CultureInfo.InvariantCulture));
        part.IsChanged = true;
        return quoted[style] = count - 1;
    }

    private static int? Number(XElement element, string name) => int.TryParse((string?)element.Attribute(name), out var number) ? number : null;
}
