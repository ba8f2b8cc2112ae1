using Exemplar.Platform.Security;
using Exemplar.Tasks.Supervision;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Campaigns.Supervision;

/// <summary>A campaign with tasks under way, on 2 April: one is late by two working days, one is due in twelve weeks, one waits to be accepted.</summary>
internal sealed class GivenDesk
{
    private const string Plan = """
        工作方案
        一、阶段安排
        （一）组织实施阶段（2026年3月1日至2026年10月31日）。推进任务。
        二、重点任务
        （一）压减文件。责任单位：综合科、秘书科；完成时限：2026年3月31日前。
        （二）规范会议。责任单位：第一党支部；完成时限：2026年6月30日前。
        2026年3月1日
        """;

    public required GivenCampaign Campaign { get; init; }
    public required HttpClient Desk { get; init; }
    public required HttpClient Head { get; init; }

    /// <summary>The shares of 综合科 (late), 秘书科 (reported), 第一党支部 (later).</summary>
    public required IReadOnlyList<Guid> Shares { get; init; }

    public static async Task<GivenDesk> Open(TestApp app)
    {
        var given = await GivenCampaign.Open(app);
        var document = await given.HandIn(Plan);
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        app.Clock.SetUtcNow(new(2026, 4, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var shares = await app.Read(db => db.Assignments.Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a.Id, u.Order }).OrderBy(x => x.Order).Select(x => x.Id).ToListAsync());
        await app.As(await given.House.Account("秘书科长", (Role.DepartmentHead, given.House.Secretariat))).Submit($"/assignments/{shares[1]}/report", ("Form.Text", "=清单已公开"), ("Form.Finish", "true"));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SupervisionRound>().Run(default);
        return new()
        {
            Campaign = given,
            Shares = shares,
            Desk = app.As(await given.House.Account("督查员", (Role.SupervisionDesk, given.House.Office))),
            Head = app.As(await given.House.Account("综合科长", (Role.DepartmentHead, given.House.General))),
        };
    }
}
