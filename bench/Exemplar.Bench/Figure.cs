namespace Exemplar.Bench;

/// <summary>One line of the report: what was measured, what came out, and the goal that it meets or misses.</summary>
internal sealed record Figure(string What, string Result, string Goal, bool IsMet)
{
    public static Figure AtMost(string what, double value, double goal, string unit, string detail) =>
        new(what, $"{value:0.##} {unit} ({detail})", $"≤ {goal:0.##} {unit}", value <= goal);

    public static Figure AtLeast(string what, double value, double goal, string unit, string detail) =>
        new(what, $"{value:0.##} {unit} ({detail})", $"≥ {goal:0.##} {unit}", value >= goal);

    public override string ToString() => $"{(IsMet ? "met   " : "MISSED")} {What}: {Result}, goal {Goal}";

    public string Row => $"| {What} | {Result} | {Goal} | {(IsMet ? "met" : "**missed**")} |";
}

internal interface IWorkload
{
    static abstract string Name { get; }
    static abstract Task<IReadOnlyList<Figure>> Run();
}
