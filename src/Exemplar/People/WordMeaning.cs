namespace Exemplar.People;

/// <summary>How a capability above calls what a word of that sort means; the meaning is a key of its own.</summary>
public sealed record WordMeaning(WordSort Sort, Func<string, string?> NameOf);
