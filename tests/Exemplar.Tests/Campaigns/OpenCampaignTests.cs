using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class OpenCampaignTests : IAsyncLifetime
{
    private const string Url = "/campaigns/new";
    private readonly TestApp app = new();
    private House house = null!;
    private HttpClient office = null!;

    [Fact]
    public async Task One_press_opens_a_campaign_since_everything_has_a_default()
    {
        var answer = await office.Submit(Url);

        Assert.Matches("^/campaigns/[0-9a-f-]{36}/plan$", answer.Headers.Location?.OriginalString);
        var campaign = await app.Read(db => db.Campaigns.SingleAsync());
        Assert.Equal(("2026年模范机关创建", house.Office.Id, house.GroupOffice.Id), (campaign.Title, campaign.HostId, campaign.IssuerId));
        Assert.Equal("campaigns.open", await app.Read(db => db.LogEntries.Where(e => e.RecordId == campaign.Id).Select(e => e.Kind).SingleAsync()));
        Assert.StartsWith("已开展", (await office.Open(answer.Headers.Location!.OriginalString)).Receipt(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Approved", "", "2027-01-01", "ApprovalNumber", "经批准的创建示范活动须写明批准文号或保留目录编号")]
    [InlineData("Approved", "临组通〔2026〕1号", "", "ApprovedUntil", "请写明批准的期限")]
    [InlineData("Approved", "临组通〔2026〕1号", "2026-03-09", "ApprovedUntil", "批准已经到期，不能再开展")]
    [InlineData("", "", "", "Basis", "请选择依据")]
    [InlineData("Internal", "", "明年", "ApprovedUntil", "“明年”不是有效的批准期限至")]
    public async Task A_campaign_that_names_needs_an_approval_that_is_in_force(string basis, string number, string until, string field, string sentence)
    {
        var answer = await office.Submit(Url, ("Form.Title", "争创"), ("Form.Basis", basis), ("Form.ApprovalNumber", number), ("Form.ApprovedUntil", until));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal(sentence, page.ErrorAt(field));
        Assert.Equal("争创", page.QuerySelector("#Form_Title")!.GetAttribute("value"));
        Assert.Equal(0, await app.Read(db => db.Campaigns.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_opens_one()
    {
        var page = await office.Open(Url);
        var answers = await Task.WhenAll(office.SubmitForm(page, Url, "main form"), office.SubmitForm(page, Url, "main form"));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, await app.Read(db => db.Campaigns.CountAsync()));
    }

    [Fact]
    public async Task Nobody_opens_a_campaign_for_another_office_and_heads_open_none()
    {
        var stranger = app.As(await house.Account("外人", (Role.CampaignOffice, house.OtherOffice)));
        var head = app.As(await house.Account("科长", (Role.DepartmentHead, house.General)));
        Assert.Contains("还没有领导小组", await stranger.GetStringAsync(Url), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(Url)).StatusCode);

        var form = await office.Open(Url);
        var forged = await stranger.SendForm(await stranger.Open("/campaigns"), Url, [.. Pages.Kept(form.QuerySelector("main form")!).Where(f => f.Name != "__RequestVerificationToken")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.Equal(0, await app.Read(db => db.Campaigns.CountAsync()));
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        house = await House.Build(app);
        office = app.As(await house.Account("办公室", (Role.CampaignOffice, house.Office)));
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
