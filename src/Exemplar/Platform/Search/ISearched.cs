namespace Exemplar.Platform.Search;

/// <summary>A record that can be looked for by its words. Whoever changes one never needs to think of the index: the commit keeps it.</summary>
public interface ISearched : IRecord
{
    /// <summary>What it is found by now; null while there is nothing to find.</summary>
    SearchText? Searched { get; }
}

/// <summary>What a record is found by.</summary>
/// <param name="Kind">What it is and, where it has kinds of its own, which: <c>tasks</c>, <c>meetings/lecture</c>.</param>
/// <param name="UnitId">Its place; whoever may not see that place does not find it.</param>
/// <param name="Day">Results stand newest first by it.</param>
/// <param name="Text">Every word of it; empty for what keeps no text and is found by kind, unit and day only.</param>
public sealed record SearchText(string Kind, Guid UnitId, DateOnly Day, string Text);
