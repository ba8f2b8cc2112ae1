using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class UndoStepTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private string Review => $"/plans/{document}";

    private Task<ProposedItem> Item(string title) => app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == title));

    /// <summary>How all items of the document stand, versions apart.</summary>
    private async Task<string> Standing() => string.Join('\n', (await app.Read(db => db.ProposedItems.Where(i => i.DocumentId == document && i.Decision != ItemDecision.Merged).OrderBy(i => i.Start).ThenBy(i => i.Id).ToListAsync()))
        .Select(i => $"{i.Id} {ItemState.Of(i).ToJson().ToJsonString()}"));

    [Fact]
    public async Task Decision_change_split_merge_and_move_are_taken_back_one_after_another()
    {
        List<string> stood = [await Standing()];
        await Decide(given.Office, "压减文件", "Dropped");
        stood.Add(await Standing());
        await given.Office.Submit($"/plan-items/{(await Item("办好热线")).Id}", ("Form.Title", "办好服务热线"), ("Form.Owners", given.House.General.Id.ToString()));
        stood.Add(await Standing());
        await Split("压减文件");
        stood.Add(await Standing());
        await given.Office.SubmitForm(await given.Office.Open(Review), Review, $"form[action='/plan-items/{(await Item("办好服务热线")).Id}/merge']");
        stood.Add(await Standing());
        await given.Office.Submit($"/plan-items/{(await Item("改进作风")).Id}/move", ("Form.Stage", (await Item("动员部署阶段")).Id.ToString()));
        stood.Add(await Standing());
        await given.Office.Submit($"{Review}/accept-sure");
        Assert.Equal(stood.Count, stood.Distinct().Count());

        string[] said = ["一次采纳", "移动“改进作风”", "把“办好服务热线”并入上一条", "拆分“压减文件”", "修改“办好热线”", "不采纳“压减文件”"];
        foreach (var words in said)
        {
            await (await Undo(given.Office)).Leads(given.Office, $"已撤销：{words}");
            Assert.Equal(stood[^1], await Standing());
            stood.RemoveAt(stood.Count - 1);
        }
        Assert.Null((await given.Office.Open(Review)).QuerySelector("form[action$='/undo']"));
        Assert.Equal(12, await app.Read(db => db.ReviewSteps.CountAsync()));   // what was taken back stays on record
        Assert.Equal(12, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordType == nameof(ReviewStep))));
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_did_nor_over_what_another_changed()
    {
        var other = app.As(await given.House.Account("办公室二", (Role.CampaignOffice, given.House.Office)));
        await Decide(given.Office, "压减文件", "Dropped");
        Assert.Null((await other.Open(Review)).QuerySelector("form[action$='/undo']"));
        await Decide(other, "压减文件", "Pending");
        await (await Undo(given.Office)).Refuses("", "“压减文件”之后又改过");
        Assert.Equal(ItemDecision.Pending, (await Item("压减文件")).Decision);
    }

    [Fact]
    public async Task Pressed_twice_it_takes_back_one_step_only()
    {
        await Decide(given.Office, "压减文件", "Dropped");
        await Decide(given.Office, "改进作风", "Dropped");
        var page = await given.Office.Open(Review);
        await given.Office.SubmitForm(page, Review, "form[action$='/undo']");
        var again = await given.Office.SubmitForm(page, Review, "form[action$='/undo']");
        Assert.Contains("不采纳“压减文件”", (await again.Read()).QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        await again.Refuses("", "这一步刚才已经撤销");
        Assert.Equal((ItemDecision.Dropped, ItemDecision.Pending), ((await Item("压减文件")).Decision, (await Item("改进作风")).Decision));
    }

    [Fact]
    public async Task What_was_issued_is_not_taken_back()
    {
        await given.Office.Submit($"{Review}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        await (await Undo(given.Office)).Refuses("", "“");
        Assert.Equal(ItemDecision.Issued, (await Item("压减文件")).Decision);
        Assert.Contains("已经下达，不能再撤销", (await (await Undo(given.Office)).Read()).QuerySelector("main form .notice.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_refreshes_itself_brings_the_way_back_along()
    {
        given.Office.DefaultRequestHeaders.Add("HX-Request", "true");
        var url = $"/plan-items/{(await Item("压减文件")).Id}/decide";
        var part = await (await given.Office.SendForm(await given.Office.Open(url), url, ("Form.Version", "0"), ("Form.Decision", "Dropped"))).Read();
        Assert.Equal("撤销：不采纳“压减文件”", part.QuerySelector("#review-bar[hx-swap-oob] form[action$='/undo'] button")!.TextContent);
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may_undo()
    {
        await app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General))).IsShut($"{Review}/undo", HttpStatusCode.Forbidden);
        await app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice))).IsShut($"{Review}/undo", HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plans/{Guid.CreateVersion7()}/undo", HttpStatusCode.NotFound);
    }

    private async Task Decide(HttpClient browser, string title, string decision) =>
        await browser.SubmitForm(await browser.Open(Review), Review, $"form[action='/plan-items/{(await Item(title)).Id}/decide']", ("Form.Decision", decision));

    private async Task<HttpResponseMessage> Undo(HttpClient browser) => await browser.SubmitForm(await browser.Open(Review), Review, "form[action$='/undo']");

    private async Task Split(string title)
    {
        var url = $"/plan-items/{(await Item(title)).Id}/split";
        var page = await given.Office.Open(url);
        await given.Office.SubmitForm(page, url, "main form", ("Form.At", page.QuerySelector(".parts input")!.GetAttribute("value")!));
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
