using Exemplar.Organization;

namespace Exemplar.Tests.Authorization;

/// <summary>Where an object lies, seen from the grants of whoever asks for it.</summary>
public enum Relation
{
    /// <summary>In the unit of the grant, which covers what is below it.</summary>
    Own,

    /// <summary>Below the unit of the grant.</summary>
    Subtree,

    /// <summary>In a unit elsewhere that was granted by name, without what is below it.</summary>
    Contact,

    /// <summary>Beside: in another branch of the tree, below the contact point, or in another office.</summary>
    Sibling,

    /// <summary>Above the unit of the grant.</summary>
    Ancestor,
}

/// <summary>One unit of the tree that the matrix is asked on.</summary>
/// <param name="Code">Where it stands, e.g. <c>A12</c>: first office, second committee's neighbour first of that, and so on.</param>
internal sealed record Node(string Code, Unit Unit)
{
    /// <summary>What the name of everything that lies here carries, so that a page can be searched for it.</summary>
    public string Mark => $"〔{Code}〕";

    /// <summary>
    /// Four levels of two siblings each: offices A and B, committees A1 and A2, general branches A11 and A12, branches A111
    /// and A112. The second sibling's number is the first one's with a nought behind it: <c>/1/2/</c> against <c>/1/20/</c>.
    /// </summary>
    public static IReadOnlyList<Node> Tree()
    {
        List<Node> all = [];
        var number = 0;
        Grow(null, "");
        return all;

        void Grow(Node? parent, string code)
        {
            if (code.Length == Levels.Length) return;
            while (++number % 10 == 0) { }
            var first = number;
            for (var sibling = 0; sibling < 2; sibling++)
            {
                var name = code.Length == 0 ? $"{"AB"[sibling]}" : $"{code}{sibling + 1}";
                var kind = Levels[code.Length];
                var unit = Unit.Found(Guid.CreateVersion7(), kind, $"单位〔{name}〕", parent?.Unit, sibling == 0 ? first : first * 10, sibling + 1, new(2026, 1, 1)).Value!;
                var node = new Node(name, unit);
                all.Add(node);
                Grow(node, name);
            }
        }
    }

    /// <summary>Where what a whole office shares is put: at all of its nodes, but for the first office not at those that lie beside the grants.</summary>
    public static IEnumerable<Node> Sharing(IReadOnlyList<Node> tree, Node office) =>
        tree.Where(n => n.Code[0] == office.Code[0] && (n.Code[0] != Granted[0] || !Codes[Relation.Sibling].Contains(n.Code)));

    private static readonly UnitKind[] Levels = [UnitKind.Office, UnitKind.Committee, UnitKind.GeneralBranch, UnitKind.Branch];

    /// <summary>Grants stand at A11 with what is below it, and at A21 without.</summary>
    public const string Granted = "A11", NamedPoint = "A21";

    /// <summary>Several where there are several: the endpoints take turns.</summary>
    public static readonly IReadOnlyDictionary<Relation, string[]> Codes = new Dictionary<Relation, string[]>
    {
        [Relation.Own] = [Granted],
        [Relation.Subtree] = ["A111", "A112"],
        [Relation.Contact] = [NamedPoint],
        [Relation.Sibling] = ["A12", "A121", "A211", "A22", "A222", "B11", "B112"],
        [Relation.Ancestor] = ["A1", "A"],
    };
}
