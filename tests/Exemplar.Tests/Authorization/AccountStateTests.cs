using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Exemplar.Tests.Authorization;

/// <summary>
/// Every endpoint once more with an account that lost what it had while its session went on: its cookie is the one of better
/// days. For a secretary and the committee's office; for every role with EXEMPLAR_TORTURE=1.
/// </summary>
[Collection(AuthorizationMatrix.Name)]
public sealed class AccountStateTests(Fixture fixture, ITestOutputHelper output)
{
    private const string Yesterday = "2026-03-09";

    private static IReadOnlyList<Principal> Asked => Torture.IsOn ? Principal.WithRole : [.. Principal.WithRole.Where(p => p.Name is "secretary" or "committee-office")];
    private static Relation[] Relations => Torture.IsOn ? Enum.GetValues<Relation>() : [Relation.Own];

    [Fact]
    public Task A_locked_account_is_a_stranger_at_once() => Each(async (principal, account) =>
    {
        await Done($"/accounts/{account}/lock", Role.SystemAdministrator, ("Form.Lock", "true"));
        return Stranger;
    });

    /// <summary>As when it was locked on another instance, or while a sign-in was under way: the session is still there.</summary>
    [Fact]
    public Task A_locked_account_is_a_stranger_even_if_its_session_lives() => Each(async (principal, account) =>
    {
        await fixture.App.Read(db => db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, TestApp.Start)));
        fixture.App.Services.GetRequiredService<GrantBook>().Forget();
        return Stranger;
    });

    [Fact]
    public Task An_account_whose_role_has_run_out_holds_nothing() => Each((_, _) => Task.FromResult<Expects>(Nobody), until: new(2026, 3, 9));

    [Fact]
    public Task An_account_whose_roles_are_taken_back_within_its_session_holds_nothing_any_more() => Each(async (_, account) =>
    {
        await TakeBack(account);
        return Nobody;
    });

    /// <summary>From A11 to A12: what was its own is beside it now, and what was beside it is its own.</summary>
    [Fact]
    public async Task An_account_that_is_transferred_within_its_session_is_at_home_in_its_new_place_only()
    {
        await Each(async (principal, account) =>
        {
            await TakeBack(account);
            // As given by somebody who may: a head of department is no role of a branch, but the gates know no kinds of units.
            await fixture.App.Given(new Grant { AccountId = account, Role = principal.Role!.Value, UnitId = fixture.At("A12").Unit.Id, Inherit = true, From = new(2026, 1, 1) });
            return cell => cell.Row.For(principal, LiesSomewhere(cell.Row) ? cell.Relation is Relation.Sibling ? Relation.Own : Relation.Sibling : Relation.Own);
        }, fill: (row, method, principal, account) =>
        [
            Cells.Fill(fixture, row, method, principal, Relation.Own, account),
            LiesSomewhere(row) ? Cells.Fill(fixture, row, method, principal, Relation.Sibling, account, at: "A12") : null,
        ], rows: Policy.Rows.Where(r => r.Object is not ("installation" or "checkpoint" or "form" or "office-campaign")));
    }

    [Fact]
    public Task An_account_with_an_initial_password_can_only_replace_it_or_go() => Each(async (principal, account) =>
    {
        await fixture.App.Read(db => db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.MustChangePassword, true)));
        fixture.App.Services.GetRequiredService<GrantBook>().Forget();
        return cell => cell.Row.Pattern switch
        {
            "/password" or "/sign-out" or "/refused/{status:int}" or "/sign-in" or "/sign-in/code" or "/sign-in/passkey" or "/set-up" or "/invitation" or "/health/live" or "/health/ready" or "/{**path}" => cell.Row.For(principal, Relation.Own),
            _ => 'P',
        };
    });

    [Fact]
    public Task An_administrator_without_a_second_factor_can_only_set_one_up_or_go() => Each(async (principal, account) =>
    {
        await fixture.App.Read(db => db.SecondFactors.Where(f => f.AccountId == account).ExecuteDeleteAsync());
        await fixture.App.Read(db => db.Passkeys.Where(p => p.AccountId == account).ExecuteDeleteAsync());
        fixture.App.Services.GetRequiredService<GrantBook>().Forget();
        return cell => cell.Row.Pattern switch
        {
            "/second-factor/enrol" or "/passkeys/new" or "/sign-out" or "/refused/{status:int}" or "/sign-in" or "/sign-in/code" or "/sign-in/passkey" or "/set-up" or "/invitation" or "/health/live" or "/health/ready" or "/{**path}" => cell.Row.For(principal, Relation.Own),
            _ => 'F',
        };
    }, asked: [.. Principal.WithRole.Where(p => p.Role!.Value.IsAdministrator())]);

    private delegate char Expects(Cell cell);

    private static char Stranger(Cell cell) => cell.Row.For(Principal.Anonymous, Relation.Own);

    private static char Nobody(Cell cell) => cell.Row.For(Principal.Nobody, Relation.Own);

    /// <summary>Has a place in the tree, by which it is seen or not.</summary>
    private static bool LiesSomewhere(PolicyRow row) => row.Object is not ("-" or "status" or "path" or "feed" or "feed-secret" or "roster" or "register" or "term-sheet" or "passkey");

    private async Task Each(Func<Principal, Guid, Task<Expects>> become, DateOnly? until = null, Func<PolicyRow, string, Principal, Guid, IEnumerable<Cell?>>? fill = null, IEnumerable<PolicyRow>? rows = null, IReadOnlyList<Principal>? asked = null)
    {
        // The secret of a feed answers with its owner's rights, so it is another's here; how one dies with its owner is told in FeedFileTests.
        fill ??= (row, method, principal, account) => Relations.Select(r => Cells.Fill(fixture, row, method, principal, r, row.Object == "feed-secret" ? null : account));
        var (calls, seconds, faults) = (0, 0.0, new List<string>());
        foreach (var principal in asked ?? Asked)
        {
            var account = await fixture.Usual(principal.Role!.Value, until);
            var session = await Session.Open(fixture.App, account);
            if (until is null) Assert.Equal(200, (await Living(session)).Status);
            var expects = await become(principal, account);
            await Living(session);   // a session that lived longer than its account is swept up by its next request
            if (expects == Stranger) session = session with { Form = fixture.Stranger.Form, Token = fixture.Stranger.Token };

            // Going ends the session, so it comes last.
            var cells = from row in (rows ?? Policy.Rows).OrderBy(r => r.Pattern == "/sign-out" && r.Methods.Contains("POST"))
                        from method in row.Methods
                        from cell in fill(row, method, principal, account)
                        where cell is not null
                        select cell with { Expected = expects(cell) };
            var run = new MatrixRun(fixture);
            faults.AddRange(await run.Ask(cells.Where(c => c.Expected != '.').ToList(), _ => session));
            (calls, seconds) = (calls + run.Calls, seconds + run.Took.TotalSeconds);
        }
        output.WriteLine($"{calls} calls in {seconds:F1} s");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults)}");
    }

    private async Task<Answer> Living(Session session)
    {
        using var caller = fixture.Caller();
        return await caller.Send(session, "GET", "/units");
    }

    /// <summary>An administrator of the whole office does it, through the page.</summary>
    private async Task Done(string address, Role by, params (string, string)[] form)
    {
        var administrator = fixture.App.As(fixture.SessionOf(Principal.WithRole.Single(p => p.Role == by), Fixture.Seat.Top).Account!.Value);
        var answer = await administrator.Submit(address, form);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{address}: {(int)answer.StatusCode} {(await answer.Read()).QuerySelector("main")?.TextContent}");
    }

    private async Task TakeBack(Guid account)
    {
        foreach (var grant in await fixture.App.Read(db => db.Grants.Where(g => g.AccountId == account).Select(g => g.Id).ToListAsync()))
            await Done($"/grants/{grant}/end", Role.SecurityAdministrator, ("Form.On", Yesterday));
    }
}
