using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Platform.Outbox;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Digest;

public sealed class ChooseDigestTests : OutboxTests, IDisposable
{
    private const string Url = "/messages/mine";
    private readonly MailServer server = new();

    [Theory]
    [InlineData(Role.Member, "每月最多 2 次")]
    [InlineData(Role.BranchSecretary, "每周最多 1 次")]
    public async Task Somebody_gives_their_address_and_is_told_how_often_at_most(Role role, string words)
    {
        await GivenMail(server);
        var me = await As(role, House.FirstBranch);

        var page = await (await me.Submit(Url, ("Form.Address", "zhao@linjiang.example"))).Leads(me, $"已登记：有事等您办理时发到 zhao@linjiang.example，{words}");

        Assert.Contains($"发到 zhao@linjiang.example，{words}", page.QuerySelector("main .call")!.TextContent, StringComparison.Ordinal);
        var choice = await App.Read(db => db.DigestChoices.SingleAsync());
        Assert.Equal(["account.keep"], await LogOf(choice.Id));
        Assert.False(await App.Read(db => db.LogEntries.AnyAsync(e => e.Body.Contains("zhao@"))), "the address stays out of the log");
    }

    [Fact]
    public async Task One_press_ends_it_forgets_the_address_and_takes_back_what_waited()
    {
        await GivenMail(server);
        var account = await House.Account("某人", (Role.BranchSecretary, House.FirstBranch));
        var me = App.As(account);
        await me.Submit(Url, ("Form.Address", "zhao@linjiang.example"));
        Assert.NotNull(await Queue(queue => queue.ToAccount(account, "x", "x", default)));

        var page = await me.Open(Url);
        for (var press = 0; press < 2; press++) await (await me.SubmitForm(page, Url, "form[action$='handler=Stop']")).Leads(me, "已退出");

        var kept = await App.Read(db => db.Users.Where(a => a.Id == account).Select(a => new { a.Email, a.NormalizedEmail }).SingleAsync());
        Assert.Equal((null, null), (kept.Email, kept.NormalizedEmail));
        Assert.Empty(await Messages());
        Assert.Equal(["account.keep", "account.keep"], await LogOf(await App.Read(db => db.DigestChoices.Where(c => c.EndedAt != null).Select(c => c.Id).SingleAsync())));
    }

    [Fact]
    public async Task Another_address_replaces_the_first_and_is_no_second_choice()
    {
        await GivenMail(server);
        var me = await As(Role.Member, House.FirstBranch);
        foreach (var address in (string[])["a@linjiang.example", "b@linjiang.example"]) await (await me.SubmitForm(await me.Open(Url), Url, "form.card", ("Form.Address", address))).Leads(me, "已登记");
        Assert.Equal("b@linjiang.example", (await me.Open(Url)).QuerySelector("input[name='Form.Address']")!.GetAttribute("value"));
        Assert.Equal(1, await App.Read(db => db.DigestChoices.CountAsync()));
    }

    [Theory]
    [InlineData("请填写我的工作邮箱", "")]
    [InlineData("请填写完整的邮箱地址", "zhao")]
    [InlineData("请填写完整的邮箱地址", "a@b.example,c@d.example")]
    [InlineData("请填写完整的邮箱地址", "a@b.example\r\nBcc: c@d.example")]
    [InlineData("只发到单位的邮箱：linjiang.example", "zhao@elsewhere.example")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string sentence, string address)
    {
        await GivenMail(server, domains: "linjiang.example");
        await (await (await As(Role.Member, House.FirstBranch)).Submit(Url, ("Form.Address", address))).Refuses("Address", sentence);
        Assert.Equal(0, await App.Read(db => db.DigestChoices.CountAsync()));
    }

    [Fact]
    public async Task A_leader_is_offered_no_form_and_refused_when_they_send_one()
    {
        await GivenMail(server);
        var leader = App.As(await House.Account("组长", (Role.LeadingGroupMember, House.Office), (Role.BranchSecretary, House.FirstBranch)));
        Assert.Null((await leader.Open(Url)).QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.SendForm(await leader.Open("/password"), Url, ("Form.Address", "a@linjiang.example"))).StatusCode);
        Assert.Equal(0, await App.Read(db => db.DigestChoices.CountAsync()));
    }

    [Fact]
    public async Task While_the_office_sends_nothing_nothing_can_be_chosen()
    {
        var me = await As(Role.Member, House.FirstBranch);
        var page = await me.Open(Url);
        Assert.Contains("单位没有打开邮件提醒", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await me.SendForm(await me.Open("/password"), Url, ("Form.Address", "a@linjiang.example"))).StatusCode);
        Assert.Equal(0, await App.Read(db => db.DigestChoices.CountAsync()));
    }

    [Fact]
    public async Task Every_account_keeps_its_own_choice_and_sees_nobody_elses()
    {
        await GivenMail(server);
        await (await As(Role.Member, House.FirstBranch)).Submit(Url, ("Form.Address", "zhao@linjiang.example"));
        Assert.DoesNotContain("zhao@", (await (await As(Role.Member, House.FirstBranch)).Open(Url)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await App.Browser().GetAsync(Url)).StatusCode);
    }

    public void Dispose() => server.Dispose();
}
