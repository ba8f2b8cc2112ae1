using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>Writes values into the gaps of a text that is spread over several pieces, each with its own font.</summary>
internal static class GapText
{
    /// <param name="pieces">Together the whole text, in order; offsets of gaps count over all of them.</param>
    public static void Fill(IReadOnlyList<TextPiece> pieces, IReadOnlyList<(Gap Gap, FormValue Value, string Label)> gaps)
    {
        foreach (var (gap, value, label) in gaps.OrderByDescending(g => g.Gap.Start))
        {
            if (value.IsEmpty) continue;
            var text = value.In(label).ReplaceLineEndings(" ");
            if (Placeholder(pieces, gap) is { } control)
            {
                control.Put(text);
                continue;
            }
            var old = string.Concat(pieces.Select(p => p.Text)).Substring(gap.Start, gap.Length);
            if (old.Contains('\t', StringComparison.Ordinal)) Replace(pieces, gap with { Length = 0 }, text);   // a tab keeps what follows in its place
            else Replace(pieces, gap, Fit(old, gap, text));
        }
    }

    /// <summary>A content control in the gap.</summary>
    private static TextPiece? Placeholder(IReadOnlyList<TextPiece> pieces, Gap gap)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            if (piece.IsPlaceholder && gap.Start <= at && at <= gap.Start + gap.Length) return piece;
            at += piece.Text.Length;
        }
        return null;
    }

    /// <summary>Where the line goes on, the value takes room from the spaces, so that what follows stays about where it was.</summary>
    private static string Fit(string old, Gap gap, string value)
    {
        if (!gap.HasMore || gap.IsDate || old.AsSpan().ContainsAny('_', '＿')) return value;
        var space = old is [.., '\u3000'] ? '\u3000' : ' ';
        var left = (Width(old) - Width(value)) / Width(space.ToString());
        return value + new string(space, Math.Max(left, space == ' ' ? 2 : 1));
    }

    private static int Width(string text) => text.Sum(c => c < '\u2e80' ? 1 : 2);

    private static void Replace(IReadOnlyList<TextPiece> pieces, Gap gap, string value)
    {
        var (at, end, written) = (0, gap.Start + gap.Length, false);
        foreach (var piece in pieces)
        {
            var text = piece.Text;
            var (from, to) = (Math.Clamp(gap.Start - at, 0, text.Length), Math.Clamp(end - at, 0, text.Length));
            var isHere = gap.Start < at + text.Length || (gap.Length == 0 && gap.Start == at + text.Length);
            at += text.Length;
            if (isHere && !(written && from == to))
            {
                piece.Put(text[..from] + (written ? "" : value) + text[to..]);
                written = true;
            }
            if (at >= end && written) return;
        }
    }
}
