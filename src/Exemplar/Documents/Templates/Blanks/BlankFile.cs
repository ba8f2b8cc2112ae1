using System.Xml;
using Exemplar.Documents.Templates.Blanks.Excel;
using Exemplar.Documents.Templates.Blanks.Word;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// A superior's blank, .xlsx or .docx, opened to be looked at and filled once. Nothing is known of what it asks for; whatever
/// is not filled stays as it came.
/// </summary>
public abstract class BlankFile
{
    public const int LargestFile = 2 * 1024 * 1024;

    private protected BlankFile(IReadOnlyList<Grid> grids)
    {
        Grids = grids;
        Shape = ShapeFinder.Find(grids);
    }

    /// <summary>.xlsx or .docx, by what the file is, whatever it was called.</summary>
    public abstract string Extension { get; }

    public IReadOnlyList<Grid> Grids { get; }
    public Shape Shape { get; }

    /// <summary>Its texts that say how it is to be filled.</summary>
    public IReadOnlyList<string> Notes => [.. Grids.SelectMany(g => g.Cells).Select(c => c.Text).Where(text => text.Contains('填', StringComparison.Ordinal))];

    public Result<byte[]> Fill(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values) => Fill(values, title: null);

    /// <summary>The filled file. By key of the slot: one value for a field, one for each record for a column; keys that the blank does not have are passed over.</summary>
    /// <param name="title">What its title bears of the last time, and is put right.</param>
    internal Result<byte[]> Fill(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values, TitleOfBlank? title)
    {
        try
        {
            if (title is not null) Correct(title);
            return Write(InNamedRows(values));
        }
        catch (Exception odd) when (odd is TooMuchToFill or InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            return new Refusal("这份空表的内部结构不常见，没有填成。请在 WPS 或 Office 里另存一次再交");
        }
    }

    /// <summary>How the records of each table whose rows bear names lie in them; none where the names of the records are not given.</summary>
    public IReadOnlyList<(FormTable Table, NamedRows Rows)> NamedRowsFor(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values) =>
        [.. from table in Shape.Tables
            where table.Names is not null && table.Columns.Any(c => values.ContainsKey(c.Key))
            select (table, NamedRows.Match(table.RowNames, values.TryGetValue(table.Names!.Key, out var names) ? [.. names.Select(n => n.In(table.Names.Label))] : []))];

    private Dictionary<string, IReadOnlyList<FormValue>> InNamedRows(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var placed = values.ToDictionary();
        foreach (var (table, rows) in NamedRowsFor(values))
            foreach (var column in table.Columns.Where(c => values.ContainsKey(c.Key)))
                placed[column.Key] = rows.InRows(values[column.Key], column == table.Names, table.RowNames);
        return placed;
    }

    private protected abstract void Correct(TitleOfBlank title);

    protected abstract byte[] Write(IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values);

    /// <summary>Whether the blank has numbered this row itself; where rows are added, the last one moves down and gets a new number.</summary>
    private protected bool IsNumbered(FormTable table, int record, int count) => table.Numbers is { } numbers
        && record < (count > table.EmptyRows ? table.EmptyRows - 1 : table.EmptyRows) && Grids[table.Grid].At(table.First + record, numbers) is { IsNumber: true };

    /// <summary>What the row of sums says below each column of numbers; nothing below one that holds an unknown number. Cells that calculate, and those that are merged, are left alone.</summary>
    private protected IEnumerable<(Column Column, decimal Sum)> SumsOf(FormTable table, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        if (!table.HasSums) yield break;
        foreach (var column in table.Columns)
        {
            if (Grids[table.Grid].At(table.Last + 1, column.Index) is not { IsEmpty: true, Rows: 1, Columns: 1 } || !values.TryGetValue(column.Key, out var given)) continue;
            var filled = given.Where(v => !v.IsEmpty && v != FormValue.NotApplicable).ToList();
            if (!given.Any(v => v.IsUnknown) && filled.Count > 0 && filled.TrueForAll(v => v.Number is not null)) yield return (column, filled.Sum(v => v.Number!.Value));
        }
    }

    /// <summary>Never throws for the file's content: what cannot be read is refused with a sentence.</summary>
    public static Result<BlankFile> Open(byte[] content, string fileName)
    {
        if (content.Length == 0) return new Refusal("文件是空的");
        if (content.Length > LargestFile) return new Refusal("文件超过 2 MB，不像一张空表");
        var extension = Path.GetExtension(fileName).ToUpperInvariant();
        if (extension is ".XLSM" or ".DOCM" or ".XLTM" or ".DOTM" or ".XLAM") return new Refusal("不收带宏的文件，请另存为 .xlsx 或 .docx");
        if (extension is ".XLS" or ".ET" or ".DOC" or ".WPS" or ".RTF") return new Refusal("请用 WPS 或 Office 另存为 .xlsx 或 .docx 后再交");
        if (extension is not (".XLSX" or ".DOCX")) return new Refusal("只收 .xlsx 和 .docx 文件");
        return FileSignature.Of(content) switch
        {
            FileSignature.Zip => Unpack(content),
            FileSignature.CompoundFile => new Refusal("文件加了密码，或是旧版格式；请去掉密码，另存为 .xlsx 或 .docx"),
            _ => new Refusal($"文件扩展名是 {extension.ToLowerInvariant()}，内容却不是"),
        };
    }

    private static Result<BlankFile> Unpack(byte[] content)
    {
        try
        {
            var package = OfficePackage.Read(content);
            if (package.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return new Refusal("不收带宏的文件，请另存为 .xlsx 或 .docx");
            if (package.Names.Any(n => n.Equals("EncryptedPackage", StringComparison.OrdinalIgnoreCase))) return new Refusal("文件加了密码，请去掉密码后再交");
            BlankFile? file = package.Has("xl/workbook.xml") ? new BlankWorkbook(WorkbookParts.Read(package)) : package.Has("word/document.xml") ? new BlankDocument(WordParts.Read(package)) : null;
            if (file is null) return new Refusal("这不是 Excel 表格，也不是 Word 文档");
            return file.Shape.Slots.Count == 0 ? new Refusal("没有找到可填的地方：既没有带空行的表，也没有带空格的栏目。请确认这是空表") : file;
        }
        catch (TooMuchToFill excess)
        {
            return new Refusal(excess.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            return new Refusal("文件已损坏，无法读取");
        }
    }
}
