using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class AddItemTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private string Url => $"/plans/{document}/items/new";

    [Fact]
    public async Task What_the_reader_missed_is_added_accepted_and_logged_and_stands_last()
    {
        var answer = await given.Office.Submit(Url, ("Form.Title", "建立值班台账"), ("Form.AllBranches", "true"), ("Form.DueOn", "2026-05-31"), ("Form.Recurrence", "每月"), ("Form.Targets", "每月 1 份\n不漏一天"));

        var page = await answer.Leads(given.Office, "已补充并采纳：建立值班台账");
        Assert.Contains("建立值班台账", page.QuerySelectorAll(".proposal h3")[^1].TextContent, StringComparison.Ordinal);
        var item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "建立值班台账"));
        Assert.Equal((ItemDecision.Accepted, "每月", true), (item.Decision, item.Recurrence!, item.WasAdded));
        Assert.Equal(["每月 1 份", "不漏一天"], item.Targets);
        Assert.Equal([given.House.FirstBranch.Id, given.House.SecondBranch.Id], item.OwnerIds);
        Assert.Equal(1, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == item.Id)));
    }

    [Fact]
    public async Task Sent_twice_it_is_added_once_and_sent_with_other_words_nothing_is_lost()
    {
        var page = await given.Office.Open(Url);
        await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "建立值班台账"));
        await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "建立值班台账"));
        var other = await given.Office.SubmitForm(page, Url, "main form", ("Form.Title", "建立来访台账"));
        await other.Refuses("", "这张表刚才已经保存过（建立值班台账）");

        await given.Office.SubmitForm(await other.Read(), Url, "main form");
        Assert.Equal(["建立值班台账", "建立来访台账"], await app.Read(db => db.ProposedItems.Where(i => i.Line == 0).OrderBy(i => i.Id).Select(i => i.Title).ToListAsync()));
    }

    [Fact]
    public async Task A_form_without_a_title_keeps_what_was_typed_and_adds_nothing()
    {
        var answer = await given.Office.Submit(Url, ("Form.Title", ""), ("Form.Targets", "不少于 50 件"));
        await answer.Refuses("Title", "请填写名称");
        Assert.Equal("不少于 50 件", (await answer.Read()).QuerySelector("#Form_Targets")!.TextContent.Trim());
        Assert.False(await app.Read(db => db.ProposedItems.AnyAsync(i => i.Line == 0)));
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may_add()
    {
        await app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General))).IsShut(Url, HttpStatusCode.Forbidden);
        await app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice))).IsShut(Url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plans/{Guid.CreateVersion7()}/items/new", HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
