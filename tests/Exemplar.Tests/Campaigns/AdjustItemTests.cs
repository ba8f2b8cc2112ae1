using System.Net;
using Exemplar.Campaigns;
using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using ProposedItem = Exemplar.Campaigns.ProposedItem;

namespace Exemplar.Tests.Campaigns;

public sealed class AdjustItemTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private ProposedItem item = null!;

    private string Url => $"/plan-items/{item.Id}";

    private Task<ProposedItem> Kept => app.Read(db => db.ProposedItems.SingleAsync(i => i.Id == item.Id));

    [Fact]
    public async Task What_a_person_says_replaces_the_proposal_and_accepts_it()
    {
        var stage = await app.Read(db => db.ProposedItems.FirstAsync(i => i.Kind == PlanItemKind.Stage));
        var answer = await given.Office.Submit(Url, ("Form.Title", "办好服务热线"), ("Form.Kind", "Task"), ("Form.Owners", given.House.General.Id.ToString()),
            ("Form.CoOwners", given.House.General.Id.ToString()), ("Form.DueOn", "2026-05-20"), ("Form.Stage", stage.Id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var kept = await Kept;
        Assert.Equal(("办好服务热线", new DateOnly(2026, 5, 20), stage.Id, ItemDecision.Accepted), (kept.Title, kept.DueOn, kept.StageId, kept.Decision));
        Assert.Equal([given.House.General.Id], kept.OwnerIds);
        Assert.Empty(kept.CoOwnerIds);   // who leads does not help as well
        Assert.Empty(kept.Unsure);
        Assert.Equal(["热线科"], kept.NamedOwners);   // the document's own words stay
    }

    [Theory]
    [InlineData("Title", "", "请填写名称")]
    [InlineData("Kind", "", "请填写作为")]
    [InlineData("DueOn", "月底", "“月底”不是有效的完成时限")]
    [InlineData("EndsOn", "2026-01-01", "结束不能早于开始")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string field, string value, string sentence)
    {
        var answer = await given.Office.Submit(Url, ("Form.StartsOn", "2026-02-01"), ($"Form.{field}", value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal(sentence, page.ErrorAt(field));
        Assert.Equal("2026-02-01", page.QuerySelector("#Form_StartsOn")!.GetAttribute("value"));
        Assert.Equal(ItemDecision.Pending, (await Kept).Decision);
    }

    [Fact]
    public async Task A_unit_of_another_office_cannot_be_slipped_in()
    {
        var page = await given.Office.Open(Url);
        var fields = Pages.Kept(page.QuerySelector("main form")!).Append(("Form.Owners", given.House.OtherOffice.Id.ToString()));
        var answer = await given.Office.Send(Url, fields);
        Assert.Equal("只能选本单位的科室和支部", (await answer.Read()).ErrorAt("Owners"));
        Assert.Equal(ItemDecision.Pending, (await Kept).Decision);
    }

    [Fact]
    public async Task A_form_older_than_the_item_is_stale()
    {
        var page = await given.Office.Open(Url);
        await given.Office.Submit(Url, ("Form.Title", "先改"));
        var late = await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "后改"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("先改", (await Kept).Title);
    }

    [Fact]
    public async Task Who_comes_second_sees_both_versions_and_may_save_over_the_first_knowingly()
    {
        var page = await given.Office.Open(Url);
        var stage = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "动员部署阶段"));
        await given.Office.Submit(Url, ("Form.Title", "先改"), ("Form.DueOn", "2026-05-20"), ("Form.Owners", given.House.General.Id.ToString()), ("Form.Stage", stage.Id.ToString()));

        var late = await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "后改"), ("Form.Targets", "不少于 50 件"));
        var both = await late.Read();
        Assert.Equal("后改", both.QuerySelector("#Form_Title")!.TextContent.Trim());
        Assert.Equal("不少于 50 件", both.QuerySelector("#Form_Targets")!.TextContent.Trim());
        Assert.Equal(["现在的：先改", "现在的：综合科", "现在的：2026年5月20日", $"现在的：{stage.Title}", "现在的：（空）"], both.QuerySelectorAll(".theirs").Select(t => t.TextContent));   // what is the same is not marked
        Assert.Contains("Form_Title-theirs", both.QuerySelector("#Form_Title")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Contains("别人改过这里", both.QuerySelector("main form .notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("先改", (await Kept).Title);

        await (await given.Office.SubmitForm(both, Url, "main form")).Leads(given.Office, "已采纳：后改");
        Assert.Equal(("后改", "不少于 50 件"), ((await Kept).Title, (await Kept).Targets.Single()));
    }

    [Fact]
    public async Task Whoever_saves_over_what_has_moved_again_is_asked_again()
    {
        var page = await given.Office.Open(Url);
        await given.Office.Submit(Url, ("Form.Title", "先改"));
        var both = await (await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "后改"))).Read();
        await given.Office.Submit(Url, ("Form.Title", "再改"));
        var again = await given.Office.SubmitForm(both, Url, "main form");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("现在的：再改", (await again.Read()).QuerySelector(".theirs")!.TextContent);
    }

    [Fact]
    public async Task Only_the_leading_groups_office_adjusts()
    {
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendForm(await stranger.Open("/campaigns"), Url, ("Form.Title", "x"), ("Form.Kind", "Task"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/plan-items/{Guid.CreateVersion7()}")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        await given.HandIn();
        item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "办好热线"));
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
