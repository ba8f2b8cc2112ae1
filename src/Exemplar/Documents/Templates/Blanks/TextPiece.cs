using System.Xml;
using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// A piece of a text with a font of its own: the text element of a run, or a tab or break of a Word document. What a content
/// control shows until it is filled counts as nothing.
/// </summary>
internal sealed class TextPiece(XElement element)
{
    private readonly XElement? control = element.Ancestors().TakeWhile(e => e.Name.LocalName is not ("p" or "is")).FirstOrDefault(IsUnfilled) ?? Around(element);

    public bool IsPlaceholder => control is not null && IsUnfilled(control);

    public string Text => IsPlaceholder ? "" : element.Name.LocalName switch { "tab" => "\t", "br" or "cr" => "\n", _ => element.Value };

    public void Put(string text)
    {
        var clean = new string([.. text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);
        if (IsPlaceholder) Fill();
        if (element.Name.LocalName is "t") element.Value = clean;
        else
        {
            var written = new XElement(element.Name.Namespace + "t", clean);
            element.ReplaceWith(written);
            element = written;
        }
        element.SetAttributeValue(XNamespace.Xml + "space", "preserve");
    }

    /// <summary>The control is filled from now on, and looks like it: the grey of the placeholder goes.</summary>
    private void Fill()
    {
        control!.Descendants().Where(e => e.Name.LocalName == "showingPlcHdr").Remove();
        control.Descendants().Where(e => e.Name.LocalName == "rStyle").Remove();
        foreach (var other in control.Descendants().Where(e => e.Name.LocalName == "t" && e != element)) other.Value = "";
    }

    /// <summary>The control around a line of its own, or around a cell.</summary>
    private static XElement? Around(XElement element)
    {
        var line = element.Ancestors().FirstOrDefault(e => e.Name.LocalName == "p");
        var content = line?.Parent is { Name.LocalName: "tc" } cell ? cell.Parent : line?.Parent;
        return content is { Name.LocalName: "sdtContent", Parent: { } control } && content.Elements().Take(2).Count() == 1 && IsUnfilled(control) ? control : null;
    }

    private static bool IsUnfilled(XElement e) => e.Name.LocalName == "sdt" && e.Elements().Any(p => p.Name.LocalName == "sdtPr" && p.Elements().Any(s => s.Name.LocalName == "showingPlcHdr"));
}
