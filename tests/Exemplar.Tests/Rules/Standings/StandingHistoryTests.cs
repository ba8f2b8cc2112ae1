using CsCheck;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Rules;
using Exemplar.Rules.OwnRules;
using Exemplar.Rules.Standings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Rules.Standings;

/// <summary>Whatever an office goes through, the standings kept on the way are those that are reckoned from nothing.</summary>
public sealed class StandingHistoryTests : HouseTests
{
    private sealed record Happening(int What, int Unit, int Person, int Day, int Record, int Many, bool YearBefore);

    private static readonly string[] Kinds = ["held.members", "held.committee", "held.party-day", "held.lecture", "held.org-life", "elected", "trained", "void.ORD-01"];
    private static readonly DateOnly Kept = new(2025, 3, 15);

    private readonly List<Guid> branches = [], people = [], records = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public async Task Kept_on_the_way_equals_reckoned_from_nothing()
    {
        await Found();
        var histories = (from what in Gen.Int[0, 14]
                         from unit in Gen.Int[0, 3]
                         from person in Gen.Int[0, 7]
                         from day in Gen.Int[0, 430]
                         from record in Gen.Int[0, 5]
                         from many in Gen.Int[0, 8]
                         from yearBefore in Gen.Bool
                         select new Happening(what, unit, person, day, record, many, yearBefore)).List[12];
        for (uint n = 1; n <= 12; n++)
        {
            foreach (var happening in histories.Generate(new PCG(n), null, out _)) await Change(db => Happen(db, happening));
            var kept = await Rows();
            await App.Read(db => db.Standings.ExecuteDeleteAsync());
            await App.Recount();
            Assert.Equal(await Rows(), kept);
            Assert.NotEmpty(kept);
        }
    }

    [Fact]
    public async Task A_second_round_on_the_same_day_finds_nothing_to_put_right()
    {
        await Found();
        Assert.Equal(0, await App.Recount());
        await App.Read(db => db.Standings.Take(3).ExecuteDeleteAsync());
        Assert.Equal(3, await App.Recount());
    }

    private async Task Found()
    {
        branches.AddRange([House.FirstBranch.Id, House.SecondBranch.Id, House.Committee.Id]);
        for (var n = 0; n < 8; n++) people.Add((await House.Somebody($"人{n}", House.FirstBranch, House.General)).Id);
        await Change(async db =>
        {
            foreach (var unit in await db.Units.Where(u => branches.Contains(u.Id)).ToListAsync()) Log(db, unit, u => u.KeepDuties(Kept, null, new(2026, 3, 10)));
        });
    }

    private async Task Happen(AppDb db, Happening it)
    {
        var (day, unitId, personId) = (new DateOnly(2025, 1, 1).AddDays(it.Day), branches[it.Unit % branches.Count], people[it.Person]);
        var unit = await db.Units.SingleAsync(u => u.Id == unitId);
        var person = await db.People.Include(p => p.Memberships).SingleAsync(p => p.Id == personId);
        switch (it.What)
        {
            case 0 or 1 or 2:   // a record, or its correction
                await db.StateFacts(records[it.Record], Said(it, records[it.Record]), default);
                break;
            case 13 or 14:   // one that has said nothing before
                await db.StateFactsOfNew(Said(it, Guid.CreateVersion7()), default);
                break;
            case 3: await db.StateFacts(records[it.Record], [], default); break;
            case 4:   // moves to another branch
                if (!unit.TakesMembers) break;
                foreach (var stay in person.Memberships.Where(m => m.To is null && branches.Contains(m.UnitId))) stay.To = day;
                person.Memberships.Add(new() { PersonId = person.Id, UnitId = unitId, From = day.AddDays(1) });
                Log(db, person, _ => { });
                break;
            case 5:
                Log(db, person, p => p.Status = (MemberStatus)(it.Many % 3));   // a correction
                break;
            case 11:   // becomes something else on that day; what the rules do not allow changes nothing
                var kinds = StatusChange.KindsFor(person.Status, person.IsRetired);
                var home = person.Memberships.Find(m => m.To is null && branches.Contains(m.UnitId))?.UnitId;
                Log(db, person, p => p.ChangeStatus(kinds[it.Many % kinds.Count], day, "", unit, home, "", new(2026, 3, 10)));
                break;
            case 12:
                if (person.LastStatusChange() is not { } last) break;
                var left = await db.Units.SingleOrDefaultAsync(u => u.Id == last.UnitId);
                Log(db, person, p => p.WithdrawStatusChange(last.Id, left));
                break;
            case 6:
                var post = new Post { UnitId = unitId, PersonId = personId, Kind = PostKind.Secretary + it.Many % 7, From = day };
                db.Add(post);
                Log(db, post, _ => { });
                break;
            case 7:
                foreach (var held in await db.Posts.Where(p => p.PersonId == personId && p.To == null).ToListAsync()) Log(db, held, p => p.To = day);
                break;
            case 8:   // a branch splits
                var number = await db.NextNumber(default);
                var split = Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, $"分设支部{number}", House.Committee, number, number, day).Value!;
                db.Add(split);
                Log(db, split, _ => { });
                if (branches.Count < 4) branches.Add(split.Id);
                break;
            case 9:
                if (await db.YearNotices.AnyAsync(n => n.UnitId == House.Committee.Id && n.Year == day.Year)) break;
                var notice = YearNotice.Give(Guid.CreateVersion7(), House.Committee.Id, House.Committee.Path, "MTG-06", day.Year, new(day.Year, 12, 1), new(day.Year + 1, 2, 20), "第1号").Value!;
                db.Add(notice);
                Log(db, notice, _ => { });
                break;
            case 10:
                var own = new OwnRule { UnitId = unitId, Path = unit.Path, Title = "多开一次", Counts = "held.party-day", Units = ["Branch"], Period = PeriodKind.Quarter, AtLeast = it.Many, Basis = "支部决定", From = day };
                if (it.YearBefore) own.End(day.AddDays(60));
                db.Add(own);
                Log(db, own, _ => { });
                break;
        }
    }

    private List<Fact> Said(Happening it, Guid record)
    {
        var (day, unit) = (new DateOnly(2025, 1, 1).AddDays(it.Day), branches[it.Unit % branches.Count]);
        var countsOn = it.YearBefore ? new DateOnly(day.Year - 1, 12, 31) : day;
        return [Fact.Of(Kinds[it.Many % Kinds.Length], record, unit, day, countsOn: countsOn), .. people.Take(it.Many).Select(p => Fact.Of("attended.lecture", record, unit, day, p, 40 * it.Many, countsOn))];
    }

    private static void Log<T>(AppDb db, T record, Action<T> change) where T : class, IRecord
    {
        change(record);
        db.Entry(record).State = db.Entry(record).State is EntityState.Unchanged ? EntityState.Modified : db.Entry(record).State;
        db.Log(new Act(null, null, TestApp.Start), "test.given", record);
    }

    private Task<Result<int>> Change(Func<AppDb, Task> work) => App.Read(db => db.Commit<int>(async (db, _) =>
    {
        await work(db);
        return 0;
    }, default));

    private Task<List<string>> Rows() => App.Read(async db => (await db.Standings.AsNoTracking().ToListAsync())
        .Select(s => $"{s.SubjectId} {s.Rule} {s.From} {s.To} {s.DueOn} {s.WarnFrom} {s.UnitId} {s.Year} {s.Actual}/{s.Required} {s.Met} {s.Exempt}").Order(StringComparer.Ordinal).ToList());
}
