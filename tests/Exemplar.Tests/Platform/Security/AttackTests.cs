using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security;

/// <summary>What a reviewer broke in; each stays shut (docs/reviews/main-job.md).</summary>
public sealed class AttackTests : HouseTests
{
    private const string First = "long-enough-1";

    [Fact]
    public async Task A_session_planted_before_signing_in_is_not_signed_in_as_well()
    {
        await App.GivenAccount("planter", First, Role.DepartmentHead, House.General);
        await App.GivenAccount("victim", First, Role.DepartmentHead, House.Secretariat);
        var planted = await SignIn(App.Browser(), "planter");
        var victim = App.Browser(planted);

        await victim.SubmitForm(await victim.Open("/sign-in"), "/sign-in", "main form", ("Form.UserName", "victim"), ("Form.Password", First));

        Assert.Contains("planter", await App.Browser(planted).GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_ends_every_session_of_the_account_this_one_and_its_copies_too()
    {
        await App.GivenAccount("somebody", First, Role.DepartmentHead, House.General);
        var browser = App.Browser();
        var copy = App.Browser(await SignIn(browser, "somebody"));
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/")).StatusCode);

        await browser.Submit("/password", ("Form.Old", First), ("Form.New", "another-one-2"), ("Form.Again", "another-one-2"));

        Assert.Equal("/sign-in", (await copy.GetAsync("/")).Headers.Location?.OriginalString);
        Assert.Equal("/sign-in", (await browser.GetAsync("/")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Wrong_passwords_of_a_stranger_leave_a_living_session_alone()
    {
        await App.GivenAccount("somebody", First, Role.DepartmentHead, House.General);
        var browser = App.Browser();
        await SignIn(browser, "somebody");
        var stranger = App.Browser();
        for (var n = 0; n < 6; n++) await stranger.Submit("/sign-in", ("Form.UserName", "somebody"), ("Form.Password", "wrong-guess-1"));
        App.Clock.Advance(GrantBook.Freshness * 2);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_of_a_part_cannot_reset_the_password_of_whoever_holds_the_whole()
    {
        var office = await House.Account("经办人", (Role.CampaignOffice, House.Office), (Role.DepartmentHead, House.Secretariat));
        var part = App.As(await House.AccountOf(null, "科室管理员", (Role.SystemAdministrator, House.Secretariat)));
        await part.IsShut($"/accounts/{office}/password", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_left_every_unit_keeps_no_rights()
    {
        var person = new Person { Name = "已调离" };
        person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = House.General.Id, From = new(2025, 1, 1), To = new(2026, 3, 1) });
        var account = App.As(await House.AccountOf(person, "已调离", (Role.DepartmentHead, House.General)));
        Assert.Equal(HttpStatusCode.Forbidden, (await account.GetAsync("/tasks")).StatusCode);
    }

    [Fact]
    public async Task A_progress_report_sent_again_from_the_same_page_is_stale()
    {
        var task = await GivenTask.Issued(App, House, "任务", null, House.General);
        var head = await As(Role.DepartmentHead, House.General);
        var url = $"/assignments/{task.Assignments[0].Id}/report";
        await head.Submit(url, ("Form.Text", "开始"), ("Form.Finish", "false"));
        var page = await head.Open(url);
        await head.SubmitForm(page, url, "main form", ("Form.Text", "进展"), ("Form.Finish", "false"));
        Assert.Equal(HttpStatusCode.Conflict, (await head.SubmitForm(page, url, "main form", ("Form.Text", "进展"), ("Form.Finish", "false"))).StatusCode);
        Assert.Equal(3, await App.Read(db => db.AssignmentSteps.CountAsync()));
    }

    [Theory]
    [InlineData("Form.DueOn", "9999-12-31")]
    [InlineData("Form.EndsOn", "1026-03-01")]
    public async Task A_slip_of_the_year_is_asked_about(string field, string value)
    {
        await using var own = new OwnApp();
        var given = await own.Campaign();
        await given.HandIn();
        var item = await own.App.Read(db => db.ProposedItems.FirstAsync());
        var answer = await given.Office.Submit($"/plan-items/{item.Id}", (field, value));
        Assert.Equal("请核对年份", (await answer.Read()).ErrorAt(field[5..]));
    }

    [Fact]
    public async Task A_nul_and_a_bent_box_are_refused_in_words()
    {
        var office = await As(Role.CampaignOffice, House.Office);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/tasks?Text=a%00b")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Committee.Submit("/people/new", ("Form.Name", "某人"), ("Form.IsRetired", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await office.SendForm(await office.Open("/campaigns/new"), "/")).StatusCode);
    }

    [Fact]
    public async Task An_account_without_a_role_yet_can_replace_its_initial_password()
    {
        var account = App.As(await House.AccountOf(null, "新账号"));
        Assert.Equal(HttpStatusCode.OK, (await account.GetAsync("/password")).StatusCode);
    }

    [Fact]
    public async Task A_yes_or_no_can_be_left_at_no()
    {
        var page = await Committee.Open("/people/new");
        Assert.False(page.QuerySelector("#Form_IsRetired")!.HasAttribute("required"));
        Assert.False(page.QuerySelector("label[for=Form_IsRetired]")!.ClassList.Contains("required"));
    }

    /// <summary>The session cookie, as a thief would copy it.</summary>
    private static async Task<string> SignIn(HttpClient browser, string name)
    {
        var answer = await browser.Submit("/sign-in", ("Form.UserName", name), ("Form.Password", First));
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("exemplar=", StringComparison.Ordinal)).Split(';')[0];
    }

    private sealed class OwnApp : IAsyncDisposable
    {
        public TestApp App { get; } = new();

        public async Task<GivenCampaign> Campaign()
        {
            await App.InitializeAsync();
            return await GivenCampaign.Open(App);
        }

        public async ValueTask DisposeAsync() => await App.DisposeAsync();
    }
}
