using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exemplar.People;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>
/// What was said of single rows of registers that were imported, kept as words of the office: by a digest of the row, so that
/// nothing of it is kept, and only the very same row, in its place, is offered it again.
/// </summary>
internal sealed class SaidRows(IReadOnlyDictionary<string, RowAnswer> said)
{
    private const string LeftOut = "x";

    /// <summary>What has become of it since: a unit that is not offered, or a kind that is not known any more, is asked about anew.</summary>
    public static SaidRows In(IEnumerable<OfficeWord> words, NamedUnits units, MeetingKinds kinds) =>
        new(words.Where(w => w.Sort is WordSort.RegisterRow).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => Read(g.Last(), units, kinds)));

    public RowAnswer? Of(PastLine line) => said.Count == 0 ? null : said.GetValueOrDefault(KeyOf(line));

    /// <summary>To be remembered.</summary>
    public static IEnumerable<SaidWord> Of(IReadOnlyList<PastLine> lines, IReadOnlyDictionary<string, RowAnswer> answers) =>
        from line in lines
        where answers.Count > 0 && answers.ContainsKey(line.Key)
        let answer = answers[line.Key]
        select new SaidWord(WordSort.RegisterRow, KeyOf(line), $"{answer.Day?.Iso()}|{answer.Kind}|{(answer.Out ? LeftOut : "")}", answer.Unit);

    private static RowAnswer Read(OfficeWord word, NamedUnits units, MeetingKinds kinds)
    {
        var parts = word.Meaning.Split('|');
        return new(DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, kinds.Find(parts[1])?.Key, units.Of(word.UnitId)?.Id, parts[2] == LeftOut);
    }

    private static string KeyOf(PastLine line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{line.Sheet}\n{line.Row}\n{line.Ordinal}\n{line.Text}")))[..32];
}
