namespace Exemplar.Kernel;

/// <summary>A rule said no. <paramref name="Message"/> is the Chinese sentence shown beside <paramref name="Field"/>; an empty field means the whole form.</summary>
public sealed record Refusal(string Field, string Message)
{
    public Refusal(string message) : this("", message) { }
}

/// <summary>What a handler answers: the value, or the refusal that kept it from being made (docs/adr/0004).</summary>
public readonly record struct Result<T>(T? Value, Refusal? Refusal)
{
    public static implicit operator Result<T>(T value) => new(value, null);
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
