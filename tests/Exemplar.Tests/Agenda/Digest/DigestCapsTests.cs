using System.Globalization;
using CsCheck;
using Exemplar.Agenda.Digest;
using Exemplar.Kernel;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Agenda.Digest;

/// <summary>Over random histories of choices, roles, days and rounds nobody ever gets more than the law of the house allows.</summary>
public sealed class DigestCapsTests : DigestTests
{
    private const int People = 3;

    private static readonly Role?[] Held = [null, Role.Member, Role.DepartmentHead, Role.BranchSecretary, Role.LeadingGroupMember, Role.SuperiorInspector];

    private abstract record Event;
    private sealed record Chooses(int Person) : Event;
    private sealed record Stops(int Person) : Event;
    private sealed record Takes(int Person, int Role, bool Drops) : Event;
    private sealed record Passes(int Hours) : Event;
    private sealed record MakesDigests : Event;
    private sealed record Sends : Event;
    private sealed record Causes(int Person) : Event;

    private static readonly Gen<Event> AnyEvent = Gen.Frequency(
        (4, Gen.Int[0, People - 1].Select(p => (Event)new Chooses(p))),
        (1, Gen.Int[0, People - 1].Select(p => (Event)new Stops(p))),
        (2, Gen.Select(Gen.Int[0, People - 1], Gen.Int[1, Held.Length - 1], Gen.Int[0, 2]).Select((p, r, d) => (Event)new Takes(p, r, d > 0))),
        (9, Gen.Int[1, 40].Select(h => (Event)new Passes(h))),
        (9, Gen.Const((Event)new MakesDigests())),
        (5, Gen.Int[0, People - 1].Select(p => (Event)new Causes(p))),   // some other reason to write to somebody: the caps hold for all reasons together
        (6, Gen.Const((Event)new Sends())));

    private readonly HashSet<Guid> known = [];

    [Fact]
    public async Task No_history_breaks_a_cap_reaches_a_leader_or_plans_for_quiet_hours()
    {
        await GivenTask.Issued(App, House, "常年任务", null, House.General, House.FirstBranch);
        var made = 0;
        await AnyEvent.Array[120].SampleAsync(async history => made += await Play(history), iter: 8, threads: 1);
        Assert.True(made > 15, $"only {made} messages in all: the histories prove little");
    }

    private async Task<int> Play(Event[] history)
    {
        var accounts = new Guid[People];
        var roles = Enumerable.Range(0, People).Select(_ => new HashSet<Role>()).ToArray();
        for (var i = 0; i < People; i++)
        {
            accounts[i] = await House.Account("某人");
            await Grant(accounts[i], Held[1 + i]!.Value);
            roles[i].Add(Held[1 + i]!.Value);
        }
        var got = 0;
        foreach (var happens in history)
        {
            if (happens is Passes(var hours)) App.Clock.Advance(TimeSpan.FromHours(hours));
            if (happens is Chooses(var chooser)) await Choice(accounts[chooser], true);
            if (happens is Stops(var stopper)) await Choice(accounts[stopper], false);
            if (happens is Takes(var taker, var role, var drops)) await Take(accounts[taker], roles[taker], Held[role]!.Value, drops);
            if (happens is Sends) await Send(accounts, roles);
            if (happens is MakesDigests) await Make();
            if (happens is Causes(var person)) await Queue(queue => queue.ToAccount(accounts[person], "x", "x", default));
            got += await Queued(accounts, roles);
        }
        await EndAll(accounts);
        return got;
    }

    /// <summary>Looks at each message when it is first seen, among all that its receiver got; what was taken back by opting out was never got.</summary>
    private async Task<int> Queued(Guid[] accounts, HashSet<Role>[] roles)
    {
        var all = await App.Read(db => db.OutboxMessages.AsNoTracking().Where(m => m.AccountId != null && accounts.Contains(m.AccountId.Value)).ToListAsync());
        var fresh = all.Where(m => known.Add(m.Id)).ToList();
        foreach (var message in fresh)
        {
            Assert.True(IsOpen(message.NotBefore), $"planned for {message.NotBefore.InOffice()}");
            AssertCap(roles[Array.IndexOf(accounts, message.AccountId!.Value)], message.CountsOn, [.. all.Where(m => m.AccountId == message.AccountId).Select(m => m.CountsOn)]);
        }
        return fresh.Count;
    }

    /// <summary>The caps once more, in other words than the program's.</summary>
    private static void AssertCap(HashSet<Role> roles, DateOnly day, List<DateOnly> days)
    {
        Assert.DoesNotContain(Role.LeadingGroupMember, roles);
        Assert.Equal(days.Count, days.Distinct().Count());
        if (roles.Overlaps([Role.DepartmentHead, Role.BranchSecretary]))
            Assert.Single(days, d => ISOWeek.GetYear(d) == ISOWeek.GetYear(day) && ISOWeek.GetWeekOfYear(d) == ISOWeek.GetWeekOfYear(day));
        else Assert.InRange(days.Count(d => (d.Year, d.Month) == (day.Year, day.Month)), 1, roles.Contains(Role.Member) ? 2 : 0);
    }

    private async Task Send(Guid[] accounts, HashSet<Role>[] roles)
    {
        var before = Server.Letters.Count;
        var now = App.Clock.GetUtcNow();
        var earlier = await SentAt(now);   // before somebody took another role within the same minute
        await Deliver();
        if (!IsOpen(now)) Assert.Equal(before, Server.Letters.Count);
        var sent = (await SentAt(now)).Except(earlier).Select(m => m.Account);
        Assert.DoesNotContain(accounts.Select((a, i) => (a, i)).Where(x => roles[x.i].Contains(Role.LeadingGroupMember)).Select(x => x.a), sent.Contains);
    }

    private Task<List<(Guid Message, Guid Account)>> SentAt(DateTimeOffset instant) => App.Read(async db =>
        (await db.OutboxMessages.Where(m => m.SentAt == instant && m.AccountId != null).ToListAsync()).ConvertAll(m => (m.Id, m.AccountId!.Value)));

    private static bool IsOpen(DateTimeOffset instant) =>
        instant.InOffice() is var local && local.Hour is >= 8 and < 20 && CalendarTables.Read().IsWorkday(DateOnly.FromDateTime(local.Date));

    private async Task Choice(Guid account, bool wants)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Actor>().Become((await services.GetRequiredService<GrantBook>().Find(account, default))!);
        var choose = services.GetRequiredService<ChooseDigest>();
        _ = wants ? await choose.Handle(new() { Address = "a@linjiang.example" }, default) : await choose.Stop(default);   // a refusal is part of a history
    }

    private async Task Take(Guid account, HashSet<Role> roles, Role role, bool drops)
    {
        if (!drops && roles.Add(role)) await Grant(account, role);
        if (drops && roles.Remove(role)) await App.Read(db => Drop(db, account, role));
    }

    private Task Grant(Guid account, Role role) =>
        App.Given(new Grant { AccountId = account, Role = role, UnitId = House.Office.Id, Inherit = true, From = App.Clock.Today() });

    private Task<Result<bool>> Drop(AppDb db, Guid account, Role role) => db.Commit<bool>(async (db, ct) =>
    {
        var grant = await db.Grants.FirstAsync(g => g.AccountId == account && g.Role == role && g.To == null, ct);
        grant.To = App.Clock.Today().AddDays(-1);
        db.Log(new Act(null, null, App.Clock.GetUtcNow()), "test.given", grant);
        return true;
    }, default);

    private async Task EndAll(Guid[] accounts)
    {
        foreach (var account in accounts) await Choice(account, false);
    }
}
