using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class SupervisionReportTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    private string Url => $"{given.Campaign.Address}/report";

    [Fact]
    public async Task Its_figures_are_those_of_the_record_against_both_dates()
    {
        var text = GivenDocument.TextOf(await given.Desk.GetByteArrayAsync(Url));
        Assert.Contains("截至2026年4月2日，2026年模范机关创建共下达任务 3 份，由 3 个单位承办。已办结 0 份，待验收 1 份，逾期未报结 1 份；按原时限报结 0 份，经批准延期后按期报结 0 份。", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("综合科", StringComparison.Ordinal) < text.IndexOf("第一党支部", StringComparison.Ordinal));

        var secretary = app.As(await given.Campaign.House.Account("书记", (Role.BranchSecretary, given.Campaign.House.FirstBranch)));
        await secretary.Submit($"/assignments/{given.Shares[2]}/extension/ask", ("Form.DueOn", "2026-07-31"), ("Form.Reason", "等数据"));
        await given.Desk.Submit($"/assignments/{given.Shares[2]}/extension", ("Form.Grant", "true"));
        app.Clock.SetUtcNow(new(2026, 7, 10, 2, 0, 0, TimeSpan.Zero));
        await secretary.Submit($"/assignments/{given.Shares[2]}/report", ("Form.Text", "好了"), ("Form.Finish", "true"));
        Assert.Contains("按原时限报结 0 份，经批准延期后按期报结 1 份", GivenDocument.TextOf(await given.Desk.GetByteArrayAsync(Url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_supervises_this_campaign_may_have_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await given.Head.GetAsync(Url)).StatusCode);
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Desk.GetAsync($"/campaigns/{Guid.CreateVersion7()}/report")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
