using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// A table whose rows bear names already: each record goes to the row of its name, and those that have none to the free rows.
/// No row is added, since the superior has said which there are.
/// </summary>
/// <param name="Without">Names in the blank for which there is no record; their rows stay empty.</param>
/// <param name="LeftOver">Records that have no row.</param>
public sealed partial record NamedRows(IReadOnlyList<int?> RecordOfRow, IReadOnlyList<string> Without, IReadOnlyList<string> LeftOver)
{
    private const int ShortestName = 4;

    public static NamedRows Match(IReadOnlyList<string> rows, IReadOnlyList<string> records)
    {
        var keys = records.Select(Key).ToList();
        var found = rows.Select(row => row.Length == 0 ? null : Find(Key(row), keys)).ToList();
        var twice = found.Where(f => f is not null).GroupBy(f => f).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        found = found.ConvertAll(f => twice.Contains(f) ? null : f);   // two rows that both could be it: neither is guessed
        var shortened = Shortened([.. rows.Select((row, i) => row.Length > 0 && found[i] is null && !twice.Any(t => Find(Key(row), keys) == t) ? Key(row) : "")], [.. keys.Select((key, i) => found.Contains(i) ? "" : key)]);
        foreach (var (row, record) in shortened) found[row] = record;
        var left = new Queue<int>(Enumerable.Range(0, records.Count).Where(i => !found.Contains(i)));
        var placed = rows.Select((row, i) => row.Length == 0 && left.Count > 0 ? left.Dequeue() : found[i]).ToList();
        return new(placed, [.. rows.Where((row, i) => row.Length > 0 && found[i] is null)], [.. left.Select(i => records[i])])
        {
            Shorter = [.. shortened.Select(s => (rows[s.Row], records[s.Record]))],
        };
    }

    /// <summary>Names of which one leaves out characters of the other, 水政监察支队支部 and 水政支队支部: taken for the same, and told.</summary>
    public IReadOnlyList<(string Row, string Record)> Shorter { get; private init; } = [];

    /// <summary>Only where neither the row nor the record could be another; a number is what tells branches apart.</summary>
    private static List<(int Row, int Record)> Shortened(List<string> rows, List<string> records)
    {
        var alike = (from row in Enumerable.Range(0, rows.Count) from record in Enumerable.Range(0, records.Count) where AreShortened(rows[row], records[record]) select (Row: row, Record: record)).ToList();
        return alike.FindAll(a => alike.Count(o => o.Row == a.Row) == 1 && alike.Count(o => o.Record == a.Record) == 1);
    }

    private static bool AreShortened(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < ShortestName || Numbers().Replace(shorter, "") != Numbers().Replace(longer, "")) return false;
        var at = 0;
        foreach (var c in longer)
            if (at < shorter.Length && shorter[at] == c) at++;
        return at == shorter.Length;
    }

    /// <summary>The values of a column in the order of the rows; unknown where the blank names somebody of whom there is no record. What the blank has written is left to it.</summary>
    public IReadOnlyList<FormValue> InRows(IReadOnlyList<FormValue> values, bool areNames, IReadOnlyList<string> rows) =>
        [.. RecordOfRow.Select((record, row) => record is { } i && i < values.Count && !(areNames && rows[row].Length > 0) ? values[i] : record is null && !areNames && rows[row].Length > 0 ? FormValue.Unknown : default)];

    /// <summary>The same words, or the only one that ends with the other: superiors write 中共某局第一支部委员会.</summary>
    private static int? Find(string row, List<string> keys)
    {
        var same = Enumerable.Range(0, keys.Count).Where(i => keys[i] == row).ToList();
        if (same.Count == 0) same = [.. Enumerable.Range(0, keys.Count).Where(i => keys[i].Length > 2 && row.Length > 2 && (row.EndsWith(keys[i], StringComparison.Ordinal) || keys[i].EndsWith(row, StringComparison.Ordinal)))];
        return same is [var only] ? only : null;
    }

    /// <summary>Without what is said or left out at will: 中共, 党, 委员会, brackets; 第三 and 第3 are the same.</summary>
    private static string Key(string name) => Place().Replace(AtWill().Replace(HalfWidth.Of(name), ""),
        m => ChineseNumber.Parse(m.Groups["n"].Value) is > 0 and var n ? $"第{n.ToString(CultureInfo.InvariantCulture)}" : m.Value);

    [GeneratedRegex(@"\s|\(.*?\)|中国共产党|中共|党|委员会|[·.、“”""-]")]
    private static partial Regex AtWill();

    [GeneratedRegex("[^0-9一二三四五六七八九十]")]
    private static partial Regex Numbers();

    [GeneratedRegex("第(?<n>[一二三四五六七八九十]+)")]
    private static partial Regex Place();
}
