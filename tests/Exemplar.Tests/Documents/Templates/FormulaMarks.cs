using System.IO.Compression;
using System.Text;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

internal static class FormulaMarks
{
    /// <summary>The filled workbook with the blank's style in every cell of this sheet that the blank has too.</summary>
    public static byte[] TakeOff(byte[] filled, byte[] blank, int sheet)
    {
        var part = $"xl/worksheets/sheet{sheet}.xml";
        var styles = FilledFile.Xml(blank, part).Descendants().Where(e => e.Name.LocalName == "c").ToDictionary(c => c.Attribute("r")!.Value, c => c.Attribute("s")?.Value);
        var known = FilledFile.Xml(blank, "xl/styles.xml").Descendants().Count(e => e.Name.LocalName == "xf") - 1;
        var root = FilledFile.Xml(filled, part);
        foreach (var cell in root.Descendants().Where(e => e.Name.LocalName == "c"))
            if (int.Parse(cell.Attribute("s")?.Value ?? "0", System.Globalization.CultureInfo.InvariantCulture) >= known && styles.TryGetValue(cell.Attribute("r")!.Value, out var style))
                cell.SetAttributeValue("s", style);

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in FilledFile.Parts(filled))
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(name == part ? Encoding.UTF8.GetBytes(root.ToString(System.Xml.Linq.SaveOptions.DisableFormatting)) : content);
            }
        }
        return file.ToArray();
    }
}
