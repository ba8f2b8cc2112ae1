using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Versions;

public sealed class SetAsideSameTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenVersions given = null!;

    private string Url => $"/plans/{given.LaterId}/set-aside";

    [Fact]
    public async Task What_the_new_version_repeats_is_set_aside_at_once_and_can_be_taken_back()
    {
        await (await given.Office.SubmitForm(await given.Office.Open(given.Address), given.Address, $"form[action='{Url}']")).Leads(given.Office, "相同的 3 条不另行下达");
        Assert.Equal(ItemDecision.Dropped, (await given.Later(app, "压减文件")).Decision);
        await (await given.Office.Submit(Url)).Refuses("", "没有相同而还没有定的");

        var review = $"/plans/{given.LaterId}";
        await given.Office.SubmitForm(await given.Office.Open(review), review, "form[action$='/undo']");
        Assert.Equal(ItemDecision.Pending, (await given.Later(app, "压减文件")).Decision);
    }

    [Fact]
    public async Task Only_the_office_that_reviews_may()
    {
        await app.As(await given.Campaign.House.Account("科长", (Role.DepartmentHead, given.Campaign.House.General))).IsShut(Url, HttpStatusCode.Forbidden);
        await app.As(await given.Campaign.House.Account("外人", (Role.CampaignOffice, given.Campaign.House.OtherOffice))).IsShut(Url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plans/{Guid.CreateVersion7()}/set-aside", HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenVersions.HandIn(app, GivenVersions.Former, GivenVersions.Former);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
