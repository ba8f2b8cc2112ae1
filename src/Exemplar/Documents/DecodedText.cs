namespace Exemplar.Documents;

/// <summary>
/// A document as plain text. Lines end with "\n", "\r\n" or "\r" as the file has them; in a Word document every
/// paragraph and every table cell is one line.
/// </summary>
/// <param name="Text">The decoded text without byte order mark; every offset counts its UTF-16 units.</param>
/// <param name="Tables">Tables in document order.</param>
/// <param name="AutomaticNumbers">Numbers that Word computes and the text does not contain, by 1-based line.</param>
public sealed record DecodedText(string Text, IReadOnlyList<TextTable> Tables, IReadOnlyDictionary<int, string> AutomaticNumbers)
{
    public static DecodedText Plain(string text) => new(text, TabbedTable.Find(text), new Dictionary<int, string>());
}

public sealed record TextTable(IReadOnlyList<IReadOnlyList<TextCell>> Rows);

/// <param name="Column">0-based column of the cell's left edge.</param>
/// <param name="Line">1-based line of the text that the cell stands on.</param>
/// <param name="ContinuesAbove">The cell is the lower part of a vertically merged one.</param>
/// <param name="Start">Offset of the cell in the text.</param>
/// <param name="End">Offset after its last character.</param>
public sealed record TextCell(int Column, int Line, bool ContinuesAbove, int Start, int End);
