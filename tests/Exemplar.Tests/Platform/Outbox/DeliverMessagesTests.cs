using System.Net;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class DeliverMessagesTests : OutboxTests
{
    [Fact]
    public async Task A_message_leaves_once_and_is_counted()
    {
        await GivenRobot();
        await Queued();

        Assert.Equal((1, 0), (await Deliver(), await Deliver()));
        Assert.Contains("测试消息", Assert.Single(App.Outside.Posts).Text, StringComparison.Ordinal);
        Assert.Equal(App.Clock.GetUtcNow(), (await TheMessage()).SentAt);
    }

    [Fact]
    public async Task Nothing_leaves_while_sending_is_off_and_what_waited_leaves_once_it_is_on()
    {
        await Queued();
        Assert.Equal(0, await Deliver());
        Assert.Empty(App.Outside.Posts);

        await GivenRobot();
        Assert.Equal(1, await Deliver());
    }

    [Theory]
    [InlineData(3, 10, 20)]
    [InlineData(3, 11, 7)]
    [InlineData(3, 14, 10)]
    [InlineData(4, 6, 10)]   // a holiday on a Monday
    public async Task Nothing_leaves_in_quiet_hours_even_when_it_was_due_before(int month, int day, int hour)
    {
        await GivenRobot();
        await Queued();
        Turn(month, day, hour);

        Assert.Equal(0, await Deliver());
        Assert.Empty(App.Outside.Posts);
    }

    [Fact]
    public async Task A_failure_is_tried_again_after_longer_and_longer_pauses_in_sending_hours_and_then_given_up()
    {
        App.Outside.Answer = _ => Outside.Json("", HttpStatusCode.BadGateway);
        await GivenRobot();
        await Queued();
        List<DateTimeOffset> tries = [];
        for (OutboxMessage message; (message = await TheMessage()).GivenUpAt is null;)
        {
            App.Clock.SetUtcNow(message.NotBefore);
            tries.Add(App.Clock.GetUtcNow());
            await Deliver();
        }

        Assert.Equal([At(3, 10, 9), At(3, 10, 9, 1), At(3, 10, 9, 6), At(3, 10, 9, 36), At(3, 10, 11, 36), At(3, 11, 8, 30)], tries);
        var figures = await Admin.Open(Settings);
        Assert.Contains("企业微信机器人，发给测试，试了 6 次：企业微信没有收下（HTTP 502）", figures.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendor_that_asks_for_rest_gets_ten_minutes()
    {
        App.Outside.Answer = _ => Outside.Json("""{"errcode":45009,"errmsg":"api freq out of limit"}""");
        await GivenRobot();
        await Queued();
        await Deliver();

        var message = await TheMessage();
        Assert.Equal((At(3, 10, 9, 10), "企业微信限制了发送次数（errcode 45009）"), (message.NotBefore, message.LastFailure));
    }

    [Theory]
    [InlineData("<html>", "企业微信的回答读不懂")]
    [InlineData("""{"errcode":"x"}""", "企业微信的回答读不懂")]
    [InlineData("""{"errcode":93000,"errmsg":"invalid webhook url key-of-wecom"}""", "企业微信不认识这个机器人，请核对 key（errcode 93000）")]
    [InlineData("""{"errcode":40058,"errmsg":"key-of-wecom"}""", "企业微信没有收下（errcode 40058）")]
    public async Task An_answer_is_told_by_its_code_and_never_by_its_words(string answer, string reason)
    {
        App.Outside.Answer = _ => Outside.Json(answer);
        await GivenRobot();
        await Queued();
        await Deliver();
        Assert.Equal(reason, (await TheMessage()).LastFailure);
    }

    [Fact]
    public async Task A_dead_network_reaches_no_request()
    {
        App.Outside.Answer = _ => throw new HttpRequestException("no route to qyapi.weixin.qq.com?key=key-of-wecom");
        await GivenRobot();
        await Queued();
        await Deliver();

        Assert.Equal("连不上企业微信", (await TheMessage()).LastFailure);
        Assert.Contains("最近一次没有发出：连不上企业微信", (await Admin.Open(Settings)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_nobody_foresaw_is_kept_without_its_words_and_the_next_message_still_leaves()
    {
        App.Outside.Answer = count => count == 1 ? throw new InvalidOperationException("key-of-wecom") : Outside.Json("""{"errcode":0}""");
        await GivenRobot();
        await Queued();
        await Queued();

        Assert.Equal(2, await Deliver());
        Assert.Equal(["发送出错，系统日志里有记录"], (await Messages()).Select(m => m.LastFailure).OfType<string>());
    }

    [Fact]
    public async Task A_robot_posts_ten_times_a_minute_and_no_more()
    {
        await GivenRobot();
        for (var i = 0; i < 13; i++) await Queued();

        List<int> rounds = [];
        for (var minute = 0; minute < 3; minute++, App.Clock.Advance(TimeSpan.FromMinutes(1))) rounds.Add(await Deliver());
        Assert.Equal([10, 3, 0], rounds);
    }

    [Fact]
    public async Task Instances_side_by_side_send_each_message_once()
    {
        await GivenRobot();
        for (var i = 0; i < 9; i++) await Queued();

        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Deliver)));
        Assert.Equal(9, rounds.Sum());
        Assert.Equal(9, App.Outside.Posts.Count);
    }

    [Fact]
    public async Task A_claim_is_kept_from_a_second_instance_that_read_the_message_before()
    {
        var id = (await Queued()).Id;
        var hours = await Do<SendingHours, SendingHours>(Task.FromResult);
        await App.Read(async late =>
        {
            var seen = await late.OutboxMessages.SingleAsync(m => m.Id == id);
            await App.Read(db => db.Commit<bool>(async (db, ct) => { (await db.OutboxMessages.SingleAsync(ct)).Claim(App.Clock.GetUtcNow(), hours); return true; }, default));
            seen.Claim(App.Clock.GetUtcNow(), hours);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());
            return 0;
        });
        Assert.Equal(1, (await TheMessage()).Attempts);
    }

    [Fact]
    public async Task A_claim_whose_holder_died_runs_out_and_the_message_leaves_after_all()
    {
        await GivenRobot();
        var hours = await Do<SendingHours, SendingHours>(Task.FromResult);
        await Queued();
        await App.Read(db => db.Commit<bool>(async (db, ct) => { (await db.OutboxMessages.SingleAsync(ct)).Claim(App.Clock.GetUtcNow(), hours); return true; }, default));

        Assert.Equal(0, await Deliver());
        App.Clock.Advance(OutboxMessage.Claimed);
        Assert.Equal(1, await Deliver());
        Assert.Equal(2, (await TheMessage()).Attempts);
    }

    [Fact]
    public async Task What_was_rolled_back_is_never_sent()
    {
        await GivenRobot();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Queue(async queue =>
        {
            queue.Test(Guid.CreateVersion7(), ChannelKind.WeCom, "");
            await Task.Yield();
            throw new InvalidOperationException("the deed failed");
        }));
        Assert.Equal(0, await Deliver());
    }

    [Theory]
    [InlineData(Role.LeadingGroupMember)]
    [InlineData(null)]
    public async Task Whoever_became_a_leader_or_was_locked_since_gets_nothing(Role? became)
    {
        using var server = new MailServer();
        await GivenMail(server);
        var account = await House.Account("某书记", (Role.BranchSecretary, House.FirstBranch));
        await App.Read(db => db.Commit<bool>(async (db, ct) => { (await db.Users.SingleAsync(a => a.Id == account, ct)).Email = "a@linjiang.example"; return true; }, default));
        Assert.NotNull(await Queue(queue => queue.ToAccount(account, "x", "x", default)));

        if (became is { } role) await App.Given(new Grant { AccountId = account, Role = role, UnitId = House.Office.Id, Inherit = true, From = new(2026, 3, 10) });
        else await App.Read(db => db.Commit<bool>(async (db, ct) => { (await db.Users.SingleAsync(a => a.Id == account, ct)).DisabledAt = App.Clock.GetUtcNow(); return true; }, default));
        await Deliver();

        Assert.Empty(server.Letters);
        var message = await TheMessage();
        Assert.Equal(("收件人的账号已停用，或已不再接收", ""), (message.LastFailure, message.To));
    }
}
