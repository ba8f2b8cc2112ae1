using Exemplar.Platform.Security;

namespace Exemplar.Tests.Authorization;

/// <summary>One question to the application: may this principal do this to an object in this relation?</summary>
/// <param name="Address">Filled in.</param>
/// <param name="Mark">What the object carries in its name; empty when there is none.</param>
internal sealed record Cell(PolicyRow Row, string Method, Principal Principal, Relation Relation, Fixture.Seat Seat, string Address, string Mark, char Expected)
{
    public bool IsList => Row.Way is "list" or "ids" && Row.Object != "-";

    /// <summary>Sending the form without a field may do something, if the policy says so.</summary>
    public bool MayWrite => Row.Acts && Method == "POST" && Expected == 'A';

    public override string ToString() => $"policy.txt {Row.Line}: {Method} {Row.Address} by {Principal} on {Row.Object} ({Relation}{(Mark.Length > 0 ? $" {Mark}" : "")})";

    /// <summary>Pages that list things are asked once for all relations: one call, up to five expectations.</summary>
    public (string, string, Principal, Fixture.Seat) Call => (Method, Address, Principal, Seat);
}

internal static class Cells
{
    /// <summary>The words before the mark in the names of what lists show.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["unit"] = "单位",
        ["person"] = "人员1",
        ["account"] = "账号",
        ["answered"] = "承办",
        ["issued"] = "下达",
        ["share"] = "任务",
        ["finished"] = "报结",
        ["owing"] = "单位",
        ["meeting"] = "会议",
        ["matter"] = "事项",
        ["rule"] = "规则",
        ["form"] = "空表",
        ["office-campaign"] = "活动",
    };

    public static IEnumerable<Cell> Of(Fixture fixture, IEnumerable<PolicyRow> rows, IReadOnlyCollection<Principal> principals, IReadOnlyCollection<Relation> relations) =>
        from row in rows
        from method in row.Methods
        from principal in principals
        from relation in relations
        where row.For(principal, relation) != '.'
        let cell = Fill(fixture, row, method, principal, relation, fixture.SessionOf(principal).Account)
        where cell is not null
        select cell;

    /// <summary>Null when no node of this relation has such an object, or the node <paramref name="at"/> has none.</summary>
    public static Cell? Fill(Fixture fixture, PolicyRow row, string method, Principal principal, Relation relation, Guid? account, string? at = null)
    {
        var (seat, expected) = (Fixture.Seat.Usual, row.For(principal, relation));
        Cell Of(string mark, params string[] parameters) => new(row, method, principal, relation, seat, Into(row, parameters), mark, expected);

        switch (row.Object)
        {
            case "-": return Of("");
            case "status": return Of("", "404");
            case "path": return Of("", "no/such/thing");
            case "feed" or "roster" or "register" or "term-sheet" or "feed-secret" or "passkey":
                return Of("", relation is Relation.Sibling || fixture.OwnOf(account, row.Object) is not { } own ? fixture.OwnOfAnother(account, row.Object) : own);
            case "installation" or "checkpoint":
                seat = principal.Role is null ? seat : relation switch { Relation.Own => Fixture.Seat.Top, Relation.Contact => Fixture.Seat.TopAlone, _ => Fixture.Seat.Usual };
                return row.Object == "checkpoint" ? Of("", "1") : Of("");
        }
        if ((at is null ? fixture.Objects.Find(row.Object, relation, row.Line) : fixture.Objects.Find(row.Object, at)) is not var (code, parameters)) return null;
        var mark = $"〔{(row.Object is "form" or "office-campaign" ? code[..1] : code)}〕";
        return row.Way switch
        {
            "list" => Of(Words[row.Object] + mark),
            "ids" => Of(Words[row.Object] + mark) with { Address = $"{row.Address}?ids={parameters[0]}" },
            _ => Of(mark, parameters),
        };
    }

    private static string Into(PolicyRow row, string[] parameters)
    {
        var next = 0;
        var path = string.Join('/', row.Pattern.Split('/').Select(part =>
        {
            var (open, close) = (part.IndexOf('{', StringComparison.Ordinal), part.IndexOf('}', StringComparison.Ordinal));
            return open < 0 ? part : part[..open] + parameters[next++] + part[(close + 1)..];
        }));
        var query = row.Address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? path : path + row.Address[query..];
    }
}
