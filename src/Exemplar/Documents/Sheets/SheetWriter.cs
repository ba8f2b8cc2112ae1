using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Exemplar.Documents.Sheets;

/// <summary>A column of a sheet to write: its heading and its width in characters.</summary>
public sealed record SheetColumn(string Heading, double Width);

/// <summary>
/// Writes .xlsx with one sheet: a bold heading that stays in view, then rows. Every cell is text, so nothing that somebody
/// once typed can start to calculate; what looks like a formula is marked as text for good.
/// </summary>
public static class SheetWriter
{
    private const int RowsAtOnce = 200;

    public static byte[] Write(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        Write(file, name, columns, rows.ToAsyncEnumerable(), default).GetAwaiter().GetResult();   // memory never waits
        return file.ToArray();
    }

    /// <summary>Writes as the rows come: no more than <see cref="RowsAtOnce"/> of them are held, however many there are. Stops between rows when cancelled.</summary>
    public static async Task Write(Stream file, string name, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (part, xml) in SheetParts.Around(name)) await Put(zip, part, Encoding.UTF8.GetBytes(xml), ct);
        await using var sheet = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(ct);
        await WriteSheet(sheet, columns, rows, ct);
    }

    private static async Task WriteSheet(Stream part, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        using var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", SheetParts.Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++) xml.WriteRaw(FormattableString.Invariant($"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" style="{SheetParts.Plain}" customWidth="1"/>"""));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", SheetParts.Main);
        WriteRow(xml, 1, [.. columns.Select(c => c.Heading)], isHeading: true);
        var number = 1;
        await foreach (var row in rows.WithCancellation(ct))
        {
            WriteRow(xml, ++number, row, isHeading: false);
            if (number % RowsAtOnce == 0) await Send();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        await Send();

        async Task Send()
        {
            xml.Flush();
            await part.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct);
            buffer.SetLength(0);
        }
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<string> cells, bool isHeading)
    {
        xml.WriteStartElement("row", SheetParts.Main);
        xml.WriteAttributeString("r", XmlConvert.ToString(number));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0) continue;
            xml.WriteStartElement("c", SheetParts.Main);
            xml.WriteAttributeString("r", $"{Sheet.Letter(i)}{number}");
            xml.WriteAttributeString("s", XmlConvert.ToString(isHeading ? SheetParts.Heading : IsFormulaLike(cells[i]) ? SheetParts.Quoted : SheetParts.Plain));
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", SheetParts.Main);
            xml.WriteStartElement("t", SheetParts.Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Writable(cells[i]));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold; characters outside the basic plane, as rare names have them, stay.</summary>
    private static string Writable(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    /// <summary>What a spreadsheet program would calculate if it were typed in.</summary>
    public static bool IsFormulaLike(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static async Task Put(ZipArchive zip, string name, byte[] xml, CancellationToken ct)
    {
        await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await part.WriteAsync(xml, ct);
    }
}
