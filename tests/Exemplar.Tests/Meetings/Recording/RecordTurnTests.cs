using Exemplar.Kernel;
using Exemplar.Meetings.Recording;
using Exemplar.People;
using Exemplar.Platform.Data;
using Exemplar.Platform.Security;
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

    /// <summary>Both have read it before their turn: the second must not write its roll beside the first.</summary>
    [SqliteFact]
    public async Task Of_two_who_record_it_at_once_the_second_is_asked_again()
    {
        var id = await Planned();
        var account = await House.Account("记录", (Role.BranchRecorder, House.FirstBranch));
        var (waiting, leave) = (App.Services.GetRequiredService<WriteGate>(), new TaskCompletionSource());
        var slow = await Held(leave, _ => Task.CompletedTask);
        var sending = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record(id, account))).ToList();
        while (waiting.Waiting < 2 && !sending.Exists(s => s.IsCompleted)) await Task.Delay(5);
        leave.SetResult();
        await slow;
        Assert.Equal(["", nameof(Stale)], (await Task.WhenAll(sending)).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await Kept(id)).Roll.Count);
    }

    /// <summary>As the page does it; the name of what was thrown.</summary>
    private async Task<string> Record(Guid id, Guid account)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become((await App.Services.GetRequiredService<GrantBook>().Find(account, default))!);
        var record = scope.ServiceProvider.GetRequiredService<RecordMeeting>();
        var form = await scope.ServiceProvider.GetRequiredService<RecordForms>().Fill(await record.Open(id, null, default), default);
        try
        {
            Assert.Null((await record.Handle(id, form, default)).Refusal);
            return "";
        }
        catch (Exception thrown) when (thrown is not Xunit.Sdk.XunitException)
        {
            return thrown.GetType().Name;
        }
    }

    /// <summary>The form is sent, everybody present, while somebody before it in the queue changes a person.</summary>
    private async Task<string> SendWhile(Guid id, Func<AppDb, Task<Person>> change)
    {
        var leave = new TaskCompletionSource();
        var slow = await Held(leave, async db => db.Log(new(null, null, TestApp.Start), "roster.change", await change(db)));
        var sending = Task.Run(() => Recorder.Submit($"/meetings/{id}/record"));
        var gate = App.Services.GetRequiredService<WriteGate>();
        while (gate.Waiting == 0 && !sending.IsCompleted) await Task.Delay(5);
        leave.SetResult();
        await slow;
        return await (await sending).Content.ReadAsStringAsync();
    }

    /// <summary>Somebody whose turn it is, and who does it once they are let go on.</summary>
    private async Task<Task> Held(TaskCompletionSource leave, Func<AppDb, Task> change)
    {
        var entered = new TaskCompletionSource();
        var slow = Task.Run(() => App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            entered.SetResult();
            await leave.Task;
            await change(db);
            return 1;
        }, default)));
        await entered.Task;
        return slow;
    }
}
