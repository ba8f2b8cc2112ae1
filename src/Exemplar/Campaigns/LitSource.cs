namespace Exemplar.Campaigns;

/// <summary>A run of source text, and the proposal that was read from it.</summary>
public sealed record LitRun(string Text, Guid? ItemId, bool Begins);

/// <summary>One line of the source as runs; <paramref name="Number"/> is 1-based.</summary>
public sealed record LitLine(int Number, IReadOnlyList<LitRun> Runs);

/// <summary>Cuts the source into lines and, where proposals overlap, gives each character to the innermost one.</summary>
public static class LitSource
{
    public static IReadOnlyList<LitLine> Of(string text, IReadOnlyList<ProposedItem> items, int from, int to)
    {
        var innermost = items.OrderBy(i => i.End - i.Start).ToList();
        var cuts = new SortedSet<int>(items.SelectMany(i => (int[])[i.Start, i.End]));
        var begun = new HashSet<Guid>();
        var lines = new List<LitLine>();

        for (int start = LineStart(text, from), number = 1 + Breaks(text.AsSpan(0, start)); start < to;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(new(number++, RunsOf(start, end)));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;

        List<LitRun> RunsOf(int start, int end)
        {
            var runs = new List<LitRun>();
            for (var at = start; at < end;)
            {
                var next = cuts.GetViewBetween(at + 1, end).FirstOrDefault(end);
                var owner = innermost.Find(i => i.Start <= at && at < i.End);
                runs.Add(new(text[at..next], owner?.Id, owner is not null && begun.Add(owner.Id)));
                at = next;
            }
            return runs;
        }
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int Breaks(ReadOnlySpan<char> text) => text.Count('\n') + (text.Contains('\n') ? 0 : text.Count('\r'));
}
