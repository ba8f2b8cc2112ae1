using Xunit.Abstractions;

namespace Exemplar.Tests.Authorization;

/// <summary>What is shut stays shut however the request is bent: another spelling of the address, another method, ids in places where they do not belong.</summary>
[Collection(AuthorizationMatrix.Name)]
public sealed class MutatedRequestTests(Fixture fixture, ITestOutputHelper output)
{
    private sealed record Bent(string What, string Method, string Address, (string, string)[] Headers, (string, string)[] Form);

    [Fact]
    public async Task No_spelling_and_no_method_opens_a_door_that_is_shut()
    {
        using var caller = fixture.Caller();
        List<string> faults = [];
        foreach (var cell in Shut())
            foreach (var bent in Bends(cell))
            {
                var answer = await caller.Send(fixture.SessionOf(cell.Principal, cell.Seat), bent.Method, bent.Address, bent.Headers, bent.Form);
                if (answer.Letter == "A" || answer.Status >= 500 || answer.Writes.Any(w => w != MatrixRun.Trace)) faults.Add($"{cell}, {bent.What} {bent.Method} {bent.Address}: {answer.Status} {string.Join(',', answer.Writes)}");
            }
        output.WriteLine($"{caller.Calls} calls");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults)}");
        Assert.True(caller.Calls > 1000);
    }

    /// <summary>Each guarded address with an account without a role, and with the first role that may, where the object lies beside or above.</summary>
    private IEnumerable<Cell> Shut()
    {
        foreach (var row in Policy.Rows.Where(r => r.IsGuarded))
        {
            if (row.For(Principal.Nobody, Relation.Own) == 'D') yield return Cells.Fill(fixture, row, row.Methods[^1], Principal.Nobody, Relation.Own, null) ?? Cells.Fill(fixture, row, row.Methods[^1], Principal.Nobody, Relation.Sibling, null)!;
            if (row.Way != "route" || row.Object == "-") continue;
            foreach (var relation in new[] { Relation.Sibling, Relation.Ancestor })
                if (Principal.WithRole.FirstOrDefault(p => row.For(p, Relation.Own) == 'A' && row.For(p, relation) is 'H' or 'D') is { } knows && Cells.Fill(fixture, row, row.Methods[^1], knows, relation, fixture.SessionOf(knows).Account) is { } cell) yield return cell;
        }
    }

    private IEnumerable<Bent> Bends(Cell cell)
    {
        var (path, query) = cell.Address.Split('?') is [var p, .. var rest] ? (p, rest.Length > 0 ? $"?{rest[0]}" : "") : ("", "");
        var first = path.IndexOf('/', 1) is > 0 and var end ? path[1..end] : path[1..];
        yield return Of("slash behind", path + "/" + query);
        yield return Of("two slashes", "/" + path + query);
        yield return Of("capitals", path.ToUpperInvariant() + query);
        yield return Of("encoded letter", $"/%{(int)first[0]:X2}{path[2..]}{query}");
        yield return Of("encoded slash behind", path + "%2F" + query);
        yield return Of("dots", $"/./x/..{path}{query}");
        yield return Of("dot behind", path + "/." + query);
        yield return Of("semicolon", path + ";/sign-in" + query);
        foreach (var method in (string[])["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "get", "PAGE"]) yield return Of("method", path + query, method);
        foreach (var handler in (string[])["Stop", "HandlerExecution", "Get", "Post", "Open"]) yield return Of("handler", $"{path}?handler={handler}", "POST");
        yield return Of("the handler of the pipeline", $"{path}?handler=HandlerExecution", "PAGE");
        foreach (var header in (string[])["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]) yield return new("override", "POST", path + query, [(header, "GET")], []);
        yield return new("address in a header", cell.Method, "/health/live/x", [("X-Original-URL", path), ("X-Rewrite-URL", path)], []);
        yield return new("another's names in headers", cell.Method, path + query, [("X-Forwarded-User", "admin"), ("X-Original-URL", "/sign-in"), ("X-Forwarded-Prefix", "/sign-in")], []);

        // The own object's id everywhere but in the route.
        if (cell.Row.Way != "route" || fixture.Objects.Find(cell.Row.Object, Relation.Own, 0) is not var (_, own)) yield break;
        (string, string)[] ids = [.. ((string[])["id", "Id", "Form.Id", "unitId", "campaignId", "documentId", "accountId", "parentId", "ids"]).Select(name => (name, own[0]))];
        yield return new("own id in the query", cell.Method, $"{path}?{string.Join('&', ids.Select(i => $"{i.Item1}={i.Item2}"))}", [], []);
        yield return new("own id in the form", "POST", path, [], ids);

        Bent Of(string what, string address, string? method = null) => new(what, method ?? cell.Method, address, [], []);
    }

    /// <summary>What a browser never sends: every field of the form that was opened, twice and empty, and as a list.</summary>
    [Fact]
    public async Task A_form_of_empty_values_ends_in_no_error_and_writes_nothing()
    {
        using var caller = fixture.Caller();
        List<string> faults = [];
        foreach (var row in Policy.Rows.Where(r => r.Methods.Contains("POST") && r.IsGuarded && !r.Acts && r.Object != "roster"))   // one's own sheet keeps what its units are taken for
        {
            var may = Principal.All.FirstOrDefault(p => row.For(p, Relation.Own) == 'A');
            if (may is null || Cells.Fill(fixture, row, "POST", may, Relation.Own, fixture.SessionOf(may).Account) is not { } cell) continue;
            var opened = Exemplar.Tests.Support.Pages.Parse((await caller.Send(fixture.SessionOf(may, cell.Seat), "GET", cell.Address.Replace("handler", "h", StringComparison.Ordinal))).Text);
            var names = opened.QuerySelectorAll("main form [name]").Select(f => f.GetAttribute("name")!).Where(n => n != "__RequestVerificationToken").Distinct().ToList();
            (string, string)[] empty = [.. names.SelectMany(n => new[] { (n, ""), (n, ""), ($"{n}[0]", "") })];
            var answer = await caller.Send(fixture.SessionOf(may, cell.Seat), "POST", cell.Address, empty);
            if (answer.Letter != "A" || answer.Writes.Count > 0) faults.Add($"{cell}: {answer.Status} {string.Join(',', answer.Writes)}");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults)}");
        Assert.True(caller.Calls > 80, $"{caller.Calls} calls");
    }

    [Fact]
    public async Task A_strange_method_or_handler_on_an_open_page_writes_nothing()
    {
        using var caller = fixture.Caller();
        List<string> faults = [];
        foreach (var row in Policy.Rows.Where(r => r.IsGuarded && r.Pattern != "/messages/mine").DistinctBy(r => r.Pattern))
        {
            var may = Principal.All.First(p => row.For(p, Relation.Own) is 'A' || row.For(p, Relation.Subtree) is 'A' || row.Way == "list" && row.For(p, Relation.Own) is 'H');
            if ((Cells.Fill(fixture, row, "GET", may, Relation.Own, fixture.SessionOf(may).Account) ?? Cells.Fill(fixture, row, "GET", may, Relation.Subtree, null)) is not { } cell) continue;
            var path = cell.Address.Split('?')[0];
            foreach (var (method, address) in new[] { ("HEAD", path), ("OPTIONS", path), ("PUT", path), ("DELETE", path), ("GET", $"{path}?handler=Stop"), ("PAGE", $"{path}?handler=HandlerExecution") })
            {
                var answer = await caller.Send(fixture.SessionOf(may, cell.Seat), method, address);
                if (answer.Status >= 500 || answer.Writes.Count > 0) faults.Add($"{method} {address} by {may}: {answer.Status} {string.Join(',', answer.Writes)}");
            }
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults)}");
        Assert.True(caller.Calls > 500);
    }
}
