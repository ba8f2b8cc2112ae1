using Exemplar.People;
using Exemplar.Platform.Data;
using Exemplar.Rules.Standings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Meetings.Recording;

/// <summary>The roster changes while a record waits for its turn to be written.</summary>
public sealed class RecordTurnTests : MeetingHouse
{
    [SqliteFact]
    public async Task Who_has_just_come_is_not_taken_for_present_unseen()
    {
        var id = await Planned();
        var answer = await SendWhile(id, db =>
        {
            var person = new Person { Name = "王五", Status = MemberStatus.Full };
            person.Memberships.Add(new() { PersonId = person.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
            db.Add(person);
            return Task.FromResult(person);
        });
        Assert.Contains("这一天的应到人员和刚才显示的不同", answer, StringComparison.Ordinal);
        Assert.Empty((await Kept(id)).Roll);
    }

    [SqliteFact]
    public async Task Who_has_just_left_is_not_on_the_roll_and_owes_nothing_for_it()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var id = await Planned();
        await SendWhile(id, async db =>
        {
            var zhang = await db.People.Include(p => p.Memberships).SingleAsync(p => p.Id == Zhang.Id);
            zhang.Memberships[0].To = new(2026, 2, 1);
            return zhang;
        });
        Assert.Equal(3, (await Kept(id)).Roll.Count);
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<StandingRound>().Run(default));
    }

    /// <summary>The form is sent, everybody present, while somebody before it in the queue changes a person.</summary>
    private async Task<string> SendWhile(Guid id, Func<AppDb, Task<Person>> change)
    {
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Task.Run(() => App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            entered.SetResult();
            await leave.Task;
            db.Log(new(null, null, TestApp.Start), "roster.change", await change(db));
            return 1;
        }, default)));
        await entered.Task;
        var sending = Task.Run(() => Recorder.Submit($"/meetings/{id}/record"));
        var gate = App.Services.GetRequiredService<WriteGate>();
        while (gate.Waiting == 0 && !sending.IsCompleted) await Task.Delay(5);
        leave.SetResult();
        await slow;
        return await (await sending).Content.ReadAsStringAsync();
    }
}
