namespace Exemplar.Documents.Templates.Offers;

public sealed record FormChoice(Guid Id, string Name);

/// <summary>What is asked before filling, such as for which units. The choices are those that the actor may see.</summary>
public interface IFormQuestion
{
    string Key { get; }
    string Title { get; }
    Task<IReadOnlyList<FormChoice>> Choices(CancellationToken ct);
}

/// <summary>What a form is filled for: the answers to the questions, and the period, both ends included; null is open.</summary>
public sealed record FormScope(DateOnly Today, DateOnly? From, DateOnly? To, ILookup<string, Guid> Answers)
{
    /// <summary>None means all.</summary>
    public IReadOnlyList<Guid> Chosen(string question) => [.. Answers[question]];
}
