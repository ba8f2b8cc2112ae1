using Exemplar.Agenda.Digest;
using Exemplar.Platform.Data;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Agenda.Digest;

public sealed class MakeDigestsTests : DigestTests
{
    [Fact]
    public async Task A_digest_says_how_many_things_wait_and_nothing_of_what_they_are()
    {
        await Choosing("li", (Role.BranchSecretary, House.FirstBranch), (Role.DepartmentHead, House.General));
        await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General, House.FirstBranch, House.SecondBranch);
        await GivenTask.Issued(App, House, "查摆问题", null, House.FirstBranch);

        Assert.Equal(1, await Make());
        await Deliver();

        var message = await TheMessage();
        Assert.Equal("表率：有 3 件事等您办理，请登录查看。", message.Text.Split('\n')[0]);
        Assert.All(["梳理", "查摆", "支部", "综合科", "li"], word => Assert.DoesNotContain(word, message.Subject + message.Text, StringComparison.Ordinal));
        Assert.Equal("li@linjiang.example", Assert.Single(Server.Letters).To);
        Assert.Contains("已发 · 支部、科室、办公室1", string.Concat((await Admin.Open(Settings)).QuerySelectorAll(".figure").Select(f => f.TextContent.Trim())).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, (await App.Read(db => db.SentMessages(new(2026, 3, 1), new(2026, 3, 31), default)))[Receiver.Duty]);
        Assert.Empty(await App.Read(db => db.SentMessages(new(2026, 4, 1), new(2026, 4, 30), default)));
    }

    [Fact]
    public async Task What_waits_for_a_judgement_is_counted_for_whoever_accepts()
    {
        await Choosing("ban", (Role.CampaignOffice, House.Office));
        var task = await GivenTask.Issued(App, House, "梳理服务事项", null, House.General);
        Assert.Equal(0, await Make());

        var head = App.As(await House.Account("科长", (Role.DepartmentHead, House.General)));
        await head.Submit($"/assignments/{task.Assignments[0].Id}/report", ("Form.Text", "已完成"), ("Form.Finish", "true"));
        Assert.Equal(1, await Make());
        Assert.StartsWith("表率：有 1 件事", (await TheMessage()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_one_who_has_not_asked_is_locked_or_has_nothing_waiting()
    {
        await House.Account("没登记", (Role.BranchSecretary, House.FirstBranch));
        await Choosing("idle", (Role.BranchSecretary, House.SecondBranch));
        var locked = await Choosing("locked", (Role.BranchSecretary, House.FirstBranch));
        await App.Read(db => db.Commit<bool>(async (db, ct) => { (await db.Users.SingleAsync(a => a.Id == locked, ct)).DisabledAt = App.Clock.GetUtcNow(); return true; }, default));
        await GivenTask.Issued(App, House, "梳理", null, House.FirstBranch);

        Assert.Equal(0, await Make());
    }

    [Fact]
    public async Task Nothing_is_made_while_sending_is_off()
    {
        await Choosing("li", (Role.BranchSecretary, House.FirstBranch));
        await GivenTask.Issued(App, House, "梳理", null, House.FirstBranch);
        await Admin.Submit(Settings, ("Form.IsOn", "false"));
        Assert.Equal(0, await Make());
    }

    [Fact]
    public async Task A_round_that_runs_twice_or_late_makes_no_second_one_and_a_week_of_silence_is_not_made_up_for()
    {
        await Choosing("li", (Role.BranchSecretary, House.FirstBranch));
        await GivenTask.Issued(App, House, "梳理", null, House.FirstBranch);
        Turn(3, 10, 22);   // for the next morning
        Assert.Equal((1, 0), (await Make(), await Make()));
        Assert.Equal(At(3, 11, 8, 30), (await TheMessage()).NotBefore);
        Turn(3, 11, 8, 30);
        Assert.Equal(0, await Make());

        Turn(4, 2, 9);   // three weeks without the program
        Assert.Equal((1, 0), (await Make(), await Make()));
        Assert.Equal(1, await Deliver());   // the one of March has outlived its day
        Assert.Equal(["当天没有发出，过了时候不再发"], (await Messages()).Select(m => m.LastFailure).OfType<string>());
    }

    [Fact]
    public async Task Instances_side_by_side_make_one()
    {
        await Choosing("li", (Role.BranchSecretary, House.FirstBranch));
        await GivenTask.Issued(App, House, "梳理", null, House.FirstBranch);
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Make)))).Sum());
    }

    [Fact]
    public async Task The_leader_s_second_account_gets_nothing_either_and_two_accounts_share_one_allowance()
    {
        var (leader, head) = (await House.Somebody("组长"), await House.Somebody("科长"));
        await House.AccountOf(leader, "leader", (Role.LeadingGroupMember, House.Office));
        var second = App.As(await House.AccountOf(leader, "second", (Role.BranchSecretary, House.FirstBranch)));
        foreach (var name in (string[])["one", "two"]) await Choose(await House.AccountOf(head, name, (Role.DepartmentHead, House.General)), name);
        await GivenTask.Issued(App, House, "梳理", null, House.General, House.FirstBranch);

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await second.SendForm(await second.Open("/password"), "/messages/mine", ("Form.Address", "a@linjiang.example"))).StatusCode);
        Assert.Equal(1, await Make());
    }

    [Fact]
    public async Task The_group_gets_one_line_a_week_with_the_number_of_what_is_due_in_it()
    {
        await GivenRobot();
        await GivenTask.Issued(App, House, "梳理", new(2026, 3, 15), House.General, House.FirstBranch);
        await GivenTask.Issued(App, House, "查摆", new(2026, 3, 16), House.General);

        Assert.Equal((1, 0), (await Make(), await Make()));
        Turn(3, 12, 9);
        Assert.Equal(0, await Make());
        await Deliver();
        Turn(3, 16, 9);
        Assert.Equal(1, await Make());
        await Deliver();

        Assert.Equal(["表率：本周有 1 项任务到期。"], App.Outside.Posts.Select(p => p.Text));   // Monday's line was not sent on its day
        Assert.Equal(["表率：本周有 2 项任务到期。", "表率：本周有 1 项任务到期。"], (await Messages()).Select(m => m.Text));
    }

    [Fact]
    public async Task The_worker_makes_them_in_the_morning()
    {
        await Choosing("li", (Role.BranchSecretary, House.FirstBranch));
        await GivenTask.Issued(App, House, "梳理", null, House.FirstBranch);
        Turn(3, 14, 12);   // a Saturday
        using var worker = ActivatorUtilities.CreateInstance<DigestWorker>(App.Services);
        await worker.StartAsync(default);
        while (await App.Read(db => db.OutboxMessages.CountAsync()) == 0) App.Clock.Advance(TimeSpan.FromMinutes(10));
        await worker.StopAsync(default);

        // The hand of the clock is moved on while the worker may not have had its turn yet: on which working day it did, is the machine's affair.
        var made = (await TheMessage()).MadeAt.ToOffset(TimeSpan.FromHours(8));
        Assert.True(made >= At(3, 16, 8, 30), $"{made}");
        Assert.DoesNotContain(made.DayOfWeek, (DayOfWeek[])[DayOfWeek.Saturday, DayOfWeek.Sunday]);
        Assert.InRange(made.TimeOfDay, new(8, 30, 0), new(19, 59, 59));
    }
}
