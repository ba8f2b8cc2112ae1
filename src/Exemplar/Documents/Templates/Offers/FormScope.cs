namespace Exemplar.Documents.Templates.Offers;

/// <param name="Key">Tells it from the other choices of its question: mostly an id.</param>
public sealed record FormChoice(string Key, string Name);

/// <summary>What is asked before filling, such as for which units. The choices are those that the actor may see.</summary>
public interface IFormQuestion
{
    string Key { get; }
    string Title { get; }

    /// <param name="offers">What the form is filled with: not every choice makes sense for every form.</param>
    Task<IReadOnlyList<FormChoice>> Choices(IReadOnlyCollection<string> offers, CancellationToken ct);

    /// <summary>Whether the answer makes a difference to a form that is filled with these offers.</summary>
    bool Concerns(IReadOnlyCollection<string> offers) => true;
}

/// <summary>What a form is filled for: the answers to the questions, and the period, both ends included; null is open.</summary>
public sealed record FormScope(DateOnly Today, DateOnly? From, DateOnly? To, ILookup<string, string> Answers)
{
    /// <summary>What the blank itself says of how it is to be filled: 没有党小组的填“/”.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The chosen ids; none means all.</summary>
    public IReadOnlyList<Guid> Chosen(string question) => [.. Answers[question].Select(Guid.Parse)];

    /// <summary>The chosen keys of a question that is not about ids; none means all.</summary>
    public IReadOnlyList<string> ChosenKeys(string question) => [.. Answers[question]];

    /// <summary>The days of a source that asks for a period: such a form is not filled without one.</summary>
    public (DateOnly From, DateOnly To) Days => (From ?? DateOnly.MinValue, To ?? Today);
}
