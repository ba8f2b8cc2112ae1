namespace Exemplar.Tests.Authorization;

/// <summary>What can be asked for: the parameters of an address by kind of object and the node where it lies.</summary>
internal sealed class Objects
{
    private readonly Dictionary<(string Kind, string Code), string[]> all = [];

    public void Put(string kind, Node node, params object[] parameters) => all[(kind, node.Code)] = [.. parameters.Select(p => $"{p}")];

    /// <summary>The object of the kind in this relation; <paramref name="turn"/> chooses among several. Null when no node of the relation has one.</summary>
    public (string Code, string[] Parameters)? Find(string kind, Relation relation, int turn)
    {
        var having = Node.Codes[relation].Where(code => all.ContainsKey((kind, code))).ToList();
        return having.Count == 0 ? null : (having[turn % having.Count], all[(kind, having[turn % having.Count])]);
    }

    public (string Code, string[] Parameters)? Find(string kind, string code) => all.TryGetValue((kind, code), out var parameters) ? (code, parameters) : null;

    public string[] At(string kind, string code) => all[(kind, code)];

    public bool Knows(string kind) => all.Keys.Any(k => k.Kind == kind);
}
