using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <summary>Cuts text at its punctuation, one piece after the other.</summary>
internal static class Clauses
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",。;:!?()\n");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。!?\n");

    /// <summary>What stands between commas, full stops and brackets; 、 joins names and does not cut.</summary>
    public static Pieces Of(CleanText text, TextSpan span) => new(text, span, ClauseEnds);

    /// <summary>Sentences without their full stop; a line end ends a sentence as well.</summary>
    public static Pieces Sentences(CleanText text, TextSpan span) => new(text, span, SentenceEnds);

    internal struct Pieces(CleanText text, TextSpan span, SearchValues<char> ends)
    {
        private int next = span.Start;

        public TextSpan Current { get; private set; }

        public readonly Pieces GetEnumerator() => this;

        public bool MoveNext()
        {
            while (next < span.End)
            {
                var length = text.Folded[next..span.End].IndexOfAny(ends);
                var end = length < 0 ? span.End : next + length;
                Current = text.Trim(new(next, end));
                next = end + 1;
                if (Current.Length > 0) return true;
            }
            return false;
        }

        public readonly int Count()
        {
            var count = 0;
            foreach (var _ in this) count++;
            return count;
        }

        public readonly List<TextSpan> ToList()
        {
            var list = new List<TextSpan>();
            foreach (var piece in this) list.Add(piece);
            return list;
        }
    }
}
