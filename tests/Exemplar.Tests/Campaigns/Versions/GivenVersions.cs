using Exemplar.Campaigns;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns.Versions;

/// <summary>A plan whose tasks were issued, and a new version of it handed in.</summary>
internal sealed class GivenVersions
{
    public const string Former = """
        重点任务
        （一）压减文件。全年印发文件减少15%。责任单位：综合科；完成时限：2026年6月30日前。
        （二）改进作风。窗口办事再快一点。责任单位：综合科；完成时限：2026年9月30日前。
        （三）办好热线。接得起、办得好。责任单位：综合科；完成时限：2026年5月31日前。
        """;

    public required GivenCampaign Campaign { get; init; }
    public required Guid FormerId { get; init; }
    public required Guid LaterId { get; init; }
    public HttpClient Office => Campaign.Office;
    public string Address => $"/plans/{LaterId}/changes";

    public static async Task<GivenVersions> HandIn(TestApp app, string former, string later)
    {
        var campaign = await GivenCampaign.Open(app);
        var first = await campaign.HandIn(former);
        await campaign.Office.Submit($"/plans/{first}/accept-sure");
        await (await campaign.Office.Submit($"{campaign.Address}/issue")).Leads(campaign.Office, "已下达");
        var answer = await campaign.Office.Submit($"{campaign.Address}/plan", ("Form.Text", later), ("Form.Former", first.ToString()));
        Assert.EndsWith("/changes", answer.Headers.Location?.OriginalString ?? $"{(int)answer.StatusCode}", StringComparison.Ordinal);
        return new() { Campaign = campaign, FormerId = first, LaterId = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]) };
    }

    public Task<ProposedItem> Later(TestApp app, string title) => app.Read(db => db.ProposedItems.SingleAsync(i => i.DocumentId == LaterId && i.Title == title));
}
