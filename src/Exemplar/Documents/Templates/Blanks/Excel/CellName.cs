using System.Globalization;
using Exemplar.Documents.Sheets;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>A1 and the like; rows and columns count from 0.</summary>
internal static class CellName
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Sheet.Letter(column)}{row + 1}");

    /// <summary>Throws <see cref="FormatException"/> for what is no cell.</summary>
    public static (int Row, int Column) Read(ReadOnlySpan<char> name)
    {
        var (column, at) = (0, 0);
        while (at < name.Length && char.IsAsciiLetterUpper(name[at]) && column <= MostColumns) column = (column * 26) + (name[at++] - 'A' + 1);
        var row = int.Parse(name[at..], NumberStyles.None, CultureInfo.InvariantCulture);
        return column is >= 1 and <= MostColumns && row is >= 1 and <= MostRows ? (row - 1, column - 1) : throw new FormatException(name.ToString());
    }

    /// <summary>A1:B2, or a single cell as a range of one; null for whole rows and columns.</summary>
    public static (int Top, int Left, int Bottom, int Right)? Range(string range)
    {
        var ends = range.Replace("$", "", StringComparison.Ordinal).Split(':');
        if (ends.Length > 2 || !ends.All(e => e.Length > 1 && char.IsAsciiLetterUpper(e[0]) && char.IsAsciiDigit(e[^1]))) return null;
        var (from, to) = (Read(ends[0]), Read(ends[^1]));
        return (from.Row, from.Column, to.Row, to.Column);
    }
}
