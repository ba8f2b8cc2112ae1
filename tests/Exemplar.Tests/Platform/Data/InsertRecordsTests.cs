using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.Platform.Log;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Data;

public sealed class InsertRecordsTests : HouseTests
{
    private List<Person> People(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var person = new Person { Name = $"\"引\\号'{i}😀", Sex = i % 2 == 0 ? Sex.Male : null, BirthMonth = new(1980, 1, 1), Status = MemberStatus.Full, IsRetired = i % 3 == 0 };
            person.Memberships.Add(new() { PersonId = person.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
            return person;
        }),
    ];

    [Fact]
    public async Task A_set_is_what_single_inserts_would_have_been_and_every_record_is_logged()
    {
        var people = People(12);
        var act = new Act(null, null, App.Clock.GetUtcNow());

        await App.Read(db => db.Commit<int>(async (db, ct) => { await db.InsertRecords(act, "test.given", people, ct); return 0; }, default));

        var kept = await App.Read(db => db.People.Include(p => p.Memberships).Where(p => p.IsRetired || p.Status != null).OrderBy(p => p.Id).ToListAsync());
        var model = await App.Read(db => Task.FromResult(db.Model));
        Assert.Equal(people.Select(p => CanonicalJson.Of(model, p)).Order(), kept.Select(p => CanonicalJson.Of(model, p)).Order());
        Assert.Equal(people.Select(p => CanonicalJson.Of(model, p)), await App.Read(db => db.LogEntries.Where(e => e.RecordType == "Person" && e.AccountId == null && e.Body.Contains("😀")).OrderBy(e => e.Id).Select(e => e.Body).ToListAsync()));
    }

    [Fact]
    public async Task A_refusal_afterwards_keeps_none_of_it_and_outside_a_commit_it_is_no_way_in()
    {
        var act = new Act(null, null, App.Clock.GetUtcNow());
        await App.Read(db => db.Commit<int>(async (db, ct) => { await db.InsertRecords(act, "test.given", People(3), ct); return new Refusal("不"); }, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => App.Read(async db => { await db.InsertRecords(act, "test.given", People(3), default); return 0; }));
        Assert.Equal(1, await App.Read(db => db.People.CountAsync()));
    }
}
