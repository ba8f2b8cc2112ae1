using System.Text;

namespace Exemplar.Platform.Search;

/// <summary>
/// A text as the index reads it, in which places can be found again: lower case, half width, without what stands between
/// words. Two runs of one script stay apart; between Han and digits nothing is kept, so that 2026年 finds 2026 年.
/// </summary>
internal sealed class FoldedText
{
    private const char Break = '\n';

    private readonly StringBuilder text = new();
    private readonly List<int> starts = [], ends = [];

    private FoldedText() { }

    public static FoldedText Of(IEnumerable<TextRun> runs)
    {
        var folded = new FoldedText();
        TextRun? before = null;
        foreach (var run in runs)
        {
            if (before?.IsHan == run.IsHan) folded.Add(Break.ToString(), run.Places[0], run.Places[0]);
            for (var n = 0; n < run.Characters.Count; n++) folded.Add(run.Characters[n], run.Places[n], run.Places[n + 1]);
            before = run;
        }
        return folded;
    }

    /// <summary>Where a phrase stands in the original text. A word of letters and digits counts only as a whole.</summary>
    public IEnumerable<Range> Find(IReadOnlyList<TextRun> phrase)
    {
        var (here, sought) = (text.ToString(), Of(phrase).text.ToString());
        for (var at = 0; (at = here.IndexOf(sought, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = at + sought.Length;
            var (cutsLeft, cutsRight) = (!phrase[0].IsHan && IsWord(here, at - 1), !phrase[^1].IsHan && IsWord(here, end));
            if (!cutsLeft && !cutsRight) yield return starts[at]..ends[end - 1];
        }
    }

    private static bool IsWord(string folded, int at) => at >= 0 && at < folded.Length && folded[at] != Break && TextRuns.Of(folded.Substring(at, 1)).Any(run => !run.IsHan);

    private void Add(string character, int start, int end)
    {
        text.Append(character);
        for (var n = 0; n < character.Length; n++)
        {
            starts.Add(start);
            ends.Add(end);
        }
    }
}
