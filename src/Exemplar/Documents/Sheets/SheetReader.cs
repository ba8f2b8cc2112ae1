using System.IO.Compression;
using System.Xml;

namespace Exemplar.Documents.Sheets;

/// <summary>
/// Reads .xlsx, and the .xls of older programs, streaming, from anybody: nothing is inflated beyond a budget, no document types, no macros, no formulas run.
/// What cannot be read is refused with a Chinese sentence.
/// </summary>
public static class SheetReader
{
    public const int MostRows = 50_000;
    private const int MostEntries = 1_000;
    internal const int MostSheets = 200;
    internal const int LongestText = 20_000;   // what was said in a meeting stands in one cell

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <summary>Every visible sheet that holds something, in the order of the workbook.</summary>
    public static Result<IReadOnlyList<Sheet>> ReadAll(byte[] file)
    {
        var book = Open(file, marked: null);
        return book.Refusal is { } refusal ? refusal : new Result<IReadOnlyList<Sheet>>(book.Value!.Shown, null);
    }

    /// <summary>Every visible sheet that holds something, and the sheet of this name, hidden or not.</summary>
    public static Result<SheetBook> ReadAll(byte[] file, string marked) => Open(file, marked);

    internal static Refusal NoneShown => new("工作簿里没有可见的工作表");

    internal static Refusal AllEmpty => new("工作簿里的表都是空的");

    internal static Refusal TooManySheets(int number) => new($"工作簿里有 {number} 张表，最多读 {MostSheets} 张，请分成几份");

    internal static TooMuch TooManyRows() => new($"表格超过 {MostRows} 行，请分成几份导入");

    private static Result<SheetBook> Open(byte[] file, string? marked)
    {
        if (file.Length == 0) return new Refusal("文件是空的");
        var isOld = file.AsSpan().StartsWith(CompoundFile);
        if (isOld && file.AsSpan().IndexOf(EncryptedPackage) >= 0) return new Refusal(BinaryWorkbook.HasPassword);
        if (!isOld && !file.AsSpan().StartsWith("PK"u8)) return new Refusal("这不是 Excel 表格，请上传 .xlsx 文件");

        try
        {
            if (isOld) return BinaryWorkbook.Read(file, marked);
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries) return new Refusal("文件里的部件太多，不像一份登记表");
            return Read(zip, marked);
        }
        catch (TooMuch excess)
        {
            return new Refusal(excess.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or OverflowException or ArgumentOutOfRangeException or NotSupportedException)
        {
            return new Refusal("文件已损坏，或者不是 Excel 表格（.xlsx）");
        }
    }

    private static Result<SheetBook> Read(ZipArchive zip, string? marked)
    {
        if (zip.GetEntry("xl/vbaProject.bin") is not null) return new Refusal("带宏的表格（.xlsm）不收，请另存为 .xlsx 再上传");

        var parts = new Parts(zip);
        if (Workbook.Read(parts) is not { } workbook) return new Refusal("这不是 Excel 表格，请上传 .xlsx 文件");
        if (workbook.Sheets.Count == 0) return NoneShown;

        var strings = SharedStrings.Read(parts);
        var dates = DateStyles.Read(parts);
        if (workbook.Sheets.Count > MostSheets) return TooManySheets(workbook.Sheets.Count);
        List<Sheet> sheets = [.. workbook.Sheets.Where(s => s.Name != marked).Select(Take).Where(s => s.Rows.Count > 0)];
        if (sheets.Count == 0) return AllEmpty;
        var mark = marked is null ? default : workbook.Hidden.Concat(workbook.Sheets).FirstOrDefault(s => s.Name == marked);
        return new SheetBook(sheets, mark.Part is null ? null : Take(mark));

        Sheet Take((string Name, string Part) sheet)
        {
            using var xml = parts.Open(sheet.Part) ?? throw new InvalidDataException(sheet.Part);
            return new(sheet.Name, new SheetRows(strings, dates, workbook.Is1904).Read(xml));
        }
    }
}

/// <summary>The visible sheets of a workbook, and the one that was asked for by its name; null when there is none.</summary>
public sealed record SheetBook(IReadOnlyList<Sheet> Shown, Sheet? Marked);

/// <summary>The answer to a file that would inflate to more than it should.</summary>
internal sealed class TooMuch(string sentence) : Exception(sentence);

/// <summary>The parts of one file, inflated only when asked for and within one budget for all.</summary>
internal sealed class Parts(ZipArchive zip)
{
    private const long Budget = 96L << 20;
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private long spent;

    public XmlReader? Open(string name)
    {
        if (zip.GetEntry(name) is not { } entry) return null;
        if (entry.Length > Budget - spent) throw Excess();   // what it says of itself; what it really holds is counted below
        return XmlReader.Create(new Counted(entry.Open(), this), Settings);
    }

    private static TooMuch Excess() => new("表格展开后太大，不像一份登记表");

    private sealed class Counted(Stream inner, Parts parts) : Stream
    {
        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));
        public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

        private int Count(int read) => (parts.spent += read) > Budget ? throw Excess() : read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
