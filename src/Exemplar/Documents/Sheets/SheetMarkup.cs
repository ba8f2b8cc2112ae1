using System.Buffers;
using System.Globalization;
using System.Text;

namespace Exemplar.Documents.Sheets;

/// <summary>The XML of a sheet as UTF-8 in one buffer that is used again: an XmlWriter checks each name of each cell anew and took half the time of an export.</summary>
internal sealed class SheetMarkup
{
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
        Put("<row r=\"");
        Put(number);
        Put("\">");
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0) continue;
            Put("<c r=\"");
            Put(letters[i]);
            Put(number);
            Put("\" s=\"");
            Put(style == SheetParts.Plain && SheetWriter.IsFormulaLike(cells[i]) ? SheetParts.Quoted : style);
            Put("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            PutText(cells[i]);
            Put("</t></is></c>");
        }
        Put("</row>");
    }

    private void PutText(string text)
    {
        var begun = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Instead(text[i]) is not { } other) continue;
            Put(text.AsSpan(begun, i - begun));
            Put(other);
            begun = i + 1;
        }
        Put(text.AsSpan(begun));
    }

    /// <summary>What is written for a character: nothing for one that XML cannot hold, null where it stays as it is. Rare names lie outside the basic plane and stay.</summary>
    private static string? Instead(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' => "",
        _ => null,
    };

    private void Put(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, buffer);

    private void Put(int number)
    {
        number.TryFormat(buffer.GetSpan(11), out var length, provider: CultureInfo.InvariantCulture);
        buffer.Advance(length);
    }
}
