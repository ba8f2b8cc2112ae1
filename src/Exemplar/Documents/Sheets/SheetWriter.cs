using System.IO.Compression;
using System.Text;

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
        WriteBlocks(file, name, columns, rows.Chunk(RowsAtOnce).ToAsyncEnumerable(), default).GetAwaiter().GetResult();   // memory never waits
        return file.ToArray();
    }

    /// <summary>
    /// Writes while the next rows are being read: a few hundred of them are held, however many there are. Stops between rows when
    /// cancelled. <paramref name="cells"/> puts a row into words, beside the reading as well.
    /// </summary>
    public static Task Write<T>(Stream file, string name, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<T> rows, Converter<T, IReadOnlyList<string>> cells, CancellationToken ct) =>
        WriteBlocks(file, name, columns, rows.ReadAhead(RowsAtOnce, ct).Select(block => Array.ConvertAll(block, cells)), ct);

    private static async Task WriteBlocks(Stream file, string name, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<string>[]> blocks, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (part, xml) in SheetParts.Around(name)) await Put(zip, part, Encoding.UTF8.GetBytes(xml), ct);
        await using var sheet = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(ct);
        await WriteSheet(sheet, columns, blocks, ct);
    }

    private static async Task WriteSheet(Stream part, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<string>[]> blocks, CancellationToken ct)
    {
        var (markup, number) = (new SheetMarkup(), 1);
        markup.Begin(columns);
        await foreach (var block in blocks.WithCancellation(ct))
        {
            foreach (var row in block) markup.Row(++number, row);
            await part.WriteAsync(markup.Written, ct);
            markup.Clear();
        }
        markup.End();
        await part.WriteAsync(markup.Written, ct);
    }

    /// <summary>What a spreadsheet program would calculate if it were typed in.</summary>
    public static bool IsFormulaLike(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static async Task Put(ZipArchive zip, string name, byte[] xml, CancellationToken ct)
    {
        await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await part.WriteAsync(xml, ct);
    }
}
