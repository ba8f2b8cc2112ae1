namespace Exemplar.Tests.Architecture;

/// <summary>Who may know whom. Each row may know every row above it; inside one row nobody knows anybody else.</summary>
internal static class DependencyMap
{
    private static readonly string[][] Rows =
    [
        ["Kernel"],
        ["Platform"],
        ["Documents"],
        ["Rules"],
        ["Organization"],
        ["People"],
        ["Tasks", "Notices"],
        ["Campaigns", "Meetings", "Ballots", "Rectification"],
        ["Study", "Partnerships", "Activities", "Points", "Care", "Honors", "Services", "Burden"],
        ["Assessment"],
        ["Agenda"],
        ["Demo"],
    ];

    public static IEnumerable<string> Folders => Rows.SelectMany(row => row);

    public static bool Allows(string from, string to) => from == to || RowOf(to) < RowOf(from);

    private static int RowOf(string folder) => Array.FindIndex(Rows, row => row.Contains(folder)) is >= 0 and var row
        ? row
        : throw new InvalidOperationException($"{folder} stands in no row of the dependency map: a new top-level folder needs a decision (docs/adr/)");
}

/// <summary>One arrow between two folders of src/Exemplar, and where it was found.</summary>
internal sealed record Arrow(string From, string To, string Where)
{
    public bool IsAllowed => DependencyMap.Allows(From, To);

    public override string ToString() => $"{From} → {To} ({Where})";
}
