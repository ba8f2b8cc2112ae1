using Exemplar.Campaigns;
using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

/// <summary>A campaign of the test house, as its leading group's office works on it.</summary>
internal sealed class GivenCampaign
{
    /// <summary>Two stages, two problems, one sure task for two units, one without an owner, one whose owner does not exist here.</summary>
    public const string Plan = """
        临江市人民政府办公室模范机关创建工作方案
        一、阶段安排
        （一）动员部署阶段（2026年3月1日至2026年3月31日）。召开会议。
        （二）组织实施阶段（2026年4月1日至2026年10月31日）。推进任务。
        二、存在的问题
        前期听取意见，主要有两个方面的问题：一是文件偏多。文多会多。二是会议偏长。以会议落实会议。
        三、重点任务
        （一）压减文件。全年印发文件减少15%。责任单位：综合科；配合单位：秘书科；完成时限：2026年6月30日前。
        （二）改进作风。办事再快一点。
        （三）办好热线。接得起、办得好。责任单位：热线科；完成时限：2026年5月底前。
        临江市人民政府办公室
        2026年3月1日
        """;

    public required House House { get; init; }
    public required Campaign Campaign { get; init; }
    public required HttpClient Office { get; init; }

    public string Address => $"/campaigns/{Campaign.Id}";

    public static async Task<GivenCampaign> Open(TestApp app)
    {
        var house = await House.Build(app);
        var group = await app.Read(db => db.Units.SingleAsync(u => u.Kind == UnitKind.LeadingGroup));
        var campaign = Campaign.Open(Guid.CreateVersion7(), "2026年模范机关创建", house.Office, group, house.GroupOffice, ApprovalBasis.Internal, null, null, "a-municipal", new Act(null, null, TestApp.Start)).Value!;
        await app.Given(campaign);
        return new() { House = house, Campaign = campaign, Office = app.As(await house.Account("办公室", (Role.CampaignOffice, house.Office))) };
    }

    /// <summary>Hands the plan in through the page and returns its document's id.</summary>
    public async Task<Guid> HandIn(string text = Plan)
    {
        var answer = await Office.Submit($"{Address}/plan", ("Form.Text", text));
        Assert.StartsWith("/plans/", answer.Headers.Location?.OriginalString ?? $"{(int)answer.StatusCode}", StringComparison.Ordinal);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]);
    }
}
