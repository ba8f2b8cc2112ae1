using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Rules;
using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Support;

/// <summary>Duties that are kept, and what was done of them, without the pages that would say so.</summary>
internal static class GivenDuties
{
    /// <summary>The duties of these units are kept from this day on.</summary>
    public static Task Keep(this TestApp app, DateOnly from, params Unit[] units) => app.Read(db => db.Commit<int>(async (db, ct) =>
    {
        var ids = units.Select(u => u.Id).ToList();
        foreach (var unit in await db.Units.Where(u => ids.Contains(u.Id)).ToListAsync(ct))
        {
            unit.KeepDuties(from, null, new(2026, 3, 10));
            db.Log(new Act(null, null, TestApp.Start), "test.given", unit);
        }
        return 0;
    }, default));

    /// <summary>The last election of the unit, as its page would say it.</summary>
    public static Task Elected(this TestApp app, Unit unit, DateOnly on) => app.Read(db => db.Commit<int>(async (db, ct) =>
    {
        var found = await db.Units.SingleAsync(u => u.Id == unit.Id, ct);
        found.KeepDuties(found.DutiesFrom, on, new(2026, 3, 10));
        db.Log(new Act(null, null, TestApp.Start), "test.given", found);
        await db.StateFacts(unit.Id, [Exemplar.Rules.Fact.Of("elected", unit.Id, unit.Id, on)], ct);
        return 0;
    }, default));

    /// <summary>The branch was formed for a task that ends on this day.</summary>
    public static Task IsTemporary(this TestApp app, Guid branch, DateOnly until) => app.Read(db => db.Commit<int>(async (db, ct) =>
    {
        var found = await db.Units.SingleAsync(u => u.Id == branch, ct);
        found.FormAs(Formation.Temporary, null, until);
        db.Log(new Act(null, null, TestApp.Start), "test.given", found);
        return 0;
    }, default));

    /// <summary>Reckons every standing anew, as once a day.</summary>
    /// <returns>How many differed from what was kept.</returns>
    public static async Task<int> Recount(this TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StandingRound>().Run(default);
    }

    /// <summary>A record that says one thing of a unit, and how many hours (in tenths) these people gained.</summary>
    public static async Task<StandingChanges> Fact(this TestApp app, string kind, Unit unit, DateOnly on, int tenths = 0, params Guid[] people)
    {
        var record = Guid.CreateVersion7();
        var attended = $"attended.{kind.Split('.')[^1]}";
        return (await app.Read(db => db.Commit<StandingChanges>(async (db, ct) => await db.StateFacts(record,
            [Exemplar.Rules.Fact.Of(kind, record, unit.Id, on), .. people.Select(p => Exemplar.Rules.Fact.Of(attended, record, unit.Id, on, p, tenths))], ct), default))).Value!;
    }
}
