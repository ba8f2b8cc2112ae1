using System.Buffers;
using System.Globalization;
using System.Text;

namespace Exemplar.Documents.Sheets;

/// <summary>The XML of a sheet as UTF-8 in one buffer that is used again: an XmlWriter checks each name of each cell anew and took half the time of an export.</summary>
internal sealed class SheetMarkup
{
    /// <summary>Rare names lie outside the basic plane and stay as they are.</summary>
    private static readonly SearchValues<char> NotAsIs = SearchValues.Create([.. "&<>\uFFFE\uFFFF", .. Enumerable.Range(0, ' ').Select(c => (char)c).Except("\t\n\r")]);

    private readonly ArrayBufferWriter<byte> buffer = new();
    private string[] letters = [];

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Clear() => buffer.ResetWrittenCount();

    public void Begin(IReadOnlyList<SheetColumn> columns)
    {
        letters = [.. columns.Select((_, i) => Sheet.Letter(i))];
        Put($"""<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="{SheetParts.Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 1; i <= columns.Count; i++) Put(FormattableString.Invariant($"""<col min="{i}" max="{i}" width="{columns[i - 1].Width}" style="{SheetParts.Plain}" customWidth="1"/>"""));
        Put("</cols><sheetData>");
        Row(1, [.. columns.Select(c => c.Heading)], SheetParts.Heading);
    }

    public void Row(int number, IReadOnlyList<string> cells) => Row(number, cells, SheetParts.Plain);

    public void End() => Put("</sheetData></worksheet>");

    private void Row(int number, IReadOnlyList<string> cells, int style)
    {
        buffer.Write("<row r=\""u8);
        Put(number);
        buffer.Write("\">"u8);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0) continue;
            buffer.Write("<c r=\""u8);
            Put(letters[i]);
            Put(number);
            buffer.Write("\" s=\""u8);
            Put(style == SheetParts.Plain && SheetWriter.IsFormulaLike(cells[i]) ? SheetParts.Quoted : style);
            buffer.Write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
            PutText(cells[i]);
            buffer.Write("</t></is></c>"u8);
        }
        buffer.Write("</row>"u8);
    }

    private void PutText(string text)
    {
        var rest = text.AsSpan();
        for (var i = rest.IndexOfAny(NotAsIs); i >= 0; i = rest.IndexOfAny(NotAsIs))
        {
            Put(rest[..i]);
            Put(Instead(rest[i]));
            rest = rest[(i + 1)..];
        }
        Put(rest);
    }

    /// <summary>What is written for a character that cannot stay: nothing for one that XML cannot hold.</summary>
    private static string Instead(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => "",
    };

    private void Put(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, buffer);

    private void Put(int number)
    {
        number.TryFormat(buffer.GetSpan(11), out var length, provider: CultureInfo.InvariantCulture);
        buffer.Advance(length);
    }
}
