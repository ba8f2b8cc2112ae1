using Exemplar.Documents.Templates.Blanks;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>What people of one office have pointed labels at, newest first: the same words of the next form need no pointing.</summary>
public sealed class LearnedWords(IEnumerable<(string Slot, string Label, string Offer)> pointed)
{
    public static readonly LearnedWords None = new([]);

    private readonly ILookup<(string, bool), string> offers = pointed.Where(p => p.Offer.Length > 0).ToLookup(p => (Suggestions.WordsOf(p.Label), Slot.IsColumn(p.Slot)), p => p.Offer);

    /// <summary>The offers that these words were pointed at; a column is remembered apart from a field.</summary>
    public IEnumerable<string> Find(Slot slot) => offers[(Suggestions.WordsOf(slot.Label), slot is Column)];
}
