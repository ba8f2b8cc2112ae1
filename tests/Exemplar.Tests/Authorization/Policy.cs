using Exemplar.Tests.Support;

namespace Exemplar.Tests.Authorization;

/// <summary>One line of policy.txt: an endpoint asked for one kind of object.</summary>
/// <param name="Methods">GET, POST or both, which stand behind the same gate.</param>
/// <param name="Address">The pattern of the route, with a handler or a query behind it where the page takes one.</param>
/// <param name="Object">Kind of object; <c>-</c> without one.</param>
/// <param name="Way">How the object is named: by the route, or in a list (<c>list</c>, <c>ids</c>), where it must show or not show.</param>
/// <param name="Acts">An empty form already does something.</param>
internal sealed record PolicyRow(int Line, string[] Methods, string Address, string Way, string Object, bool Acts, IReadOnlyDictionary<string, string> Expected, string Why)
{
    /// <summary>The pattern as routing knows it; a handler is a part of it, a query is not.</summary>
    public string Pattern => Address.Split('?')[0];
    public string Handler => Address.Contains("?handler=", StringComparison.Ordinal) ? Address[(Address.IndexOf('=', StringComparison.Ordinal) + 1)..] : "";

    /// <summary>Stands behind a permission: whoever is not signed in is led to the door.</summary>
    public bool IsGuarded => !Expected.ContainsKey(Principal.Anonymous.Name);

    /// <summary>What is expected of a principal for an object in this relation: A allowed, D 403, H 404 or not shown in the list, S sign-in; '.' where there is no such relation.</summary>
    public char For(Principal principal, Relation relation)
    {
        var letters = Expected.TryGetValue(principal.Name, out var own) ? own : principal == Principal.Anonymous ? "S" : "D";
        if (letters.Length > 1) return letters[(int)relation];
        return Object == "-" && relation is not Relation.Own ? '.' : letters[0];
    }
}

/// <summary>
/// Who may reach what, as it was reviewed: written from the requirement, not from the program. The file says how it is read.
/// </summary>
internal static class Policy
{
    public static readonly IReadOnlyList<PolicyRow> Rows = Read(File.ReadAllLines(Path.Combine(SourceTree.Root, "tests", "Exemplar.Tests", "Authorization", "policy.txt")));

    public static IReadOnlyList<PolicyRow> Read(string[] lines) =>
        [.. lines.Select((text, n) => (Text: text.Trim(), Line: n + 1)).Where(l => l.Text.Length > 0 && l.Text[0] != '#').Select(l => Parse(l.Text, l.Line))];

    private static PolicyRow Parse(string text, int line)
    {
        if (text.Split('|', StringSplitOptions.TrimEntries) is not [var endpoint, var about, var expected, var why] || why.Length == 0) throw new FormatException($"policy.txt {line}: four columns, the last says why");
        var words = endpoint.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = about.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var acts = kind.Contains("acts");
        kind = [.. kind.Where(k => k != "acts")];
        Dictionary<string, string> who = [];
        foreach (var group in expected.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (names, letters) = (group.Split(':')[0], group.Split(':')[1].Trim());
            if (letters.Length is not (1 or 5) || letters.Any(c => !"ADHS.".Contains(c))) throw new FormatException($"policy.txt {line}: {letters}");
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(n => n == "everyone" ? Principal.WithRole.Select(p => p.Name) : [n]))
            {
                if (Principal.All.All(p => p.Name != name)) throw new FormatException($"policy.txt {line}: nobody is called {name}");
                if (!who.TryAdd(name, letters)) throw new FormatException($"policy.txt {line}: {name} stands there twice");
            }
        }
        return new(line, words[..^1], words[^1], kind.Length > 1 ? kind[0] : "route", kind[^1], acts, who, why);
    }
}
