using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Tasks.Extensions;

public sealed class AskExtensionTests : HouseTests
{
    private Guid share;
    private HttpClient head = null!;

    private string Url => $"/assignments/{share}/extension/ask";

    private Task<Assignment> Kept => App.Read(db => db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == share));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        share = (await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General)).Assignments[0].Id;
        head = await As(Role.DepartmentHead, House.General);
    }

    [Fact]
    public async Task Asked_in_time_it_waits_and_the_date_stays_what_it_was()
    {
        var page = await (await head.Submit(Url, ("Form.DueOn", "2026-04-20"), ("Form.Reason", "外单位数据未到，已完成七成"))).Leads(head, "已申请延到 2026年4月20日");

        var kept = await Kept;
        Assert.Equal((new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 20)), (kept.DueOn, kept.AskedDueOn));
        Assert.Equal(new DateOnly(2026, 4, 20), kept.Steps.Single(s => s.Kind == StepKind.ExtensionAsked).Date);
        Assert.Equal(["tasks.extension.ask"], (await LogOf(share)).Skip(1));
        Assert.Contains("2026年4月20日，等待审批", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{Url}']"));   // one application at a time
    }

    [Theory]
    [InlineData("2026-03-31", "还差数据", "DueOn", "须晚于现在的时限 2026年3月31日")]
    [InlineData("2036-04-20", "还差数据", "DueOn", "一次最多延一年")]
    [InlineData("2026-04-20", "", "Reason", "请填写理由和目前进展")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_asked(string until, string reason, string field, string sentence)
    {
        var answer = await head.Submit(Url, ("Form.DueOn", until), ("Form.Reason", reason));
        await answer.Refuses(field, sentence);
        Assert.Equal(until, (await answer.Read()).QuerySelector("#Form_DueOn")!.GetAttribute("value"));
        Assert.Null((await Kept).AskedDueOn);
    }

    [Fact]
    public async Task On_the_last_day_it_may_be_asked_and_on_the_next_no_more()
    {
        App.Clock.SetUtcNow(new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await (await head.Submit(Url, ("Form.DueOn", "2026-04-20"), ("Form.Reason", "还差数据"))).Refuses("", "时限 2026年3月31日 已过");
        Assert.Null((await Kept).AskedDueOn);
    }

    [Fact]
    public async Task On_the_last_day_itself_there_is_still_time_to_ask()
    {
        App.Clock.SetUtcNow(new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));
        await (await head.Submit(Url, ("Form.DueOn", "2026-04-20"), ("Form.Reason", "还差数据"))).Leads(head, "已申请延到");
    }

    [Fact]
    public async Task Only_the_unit_itself_asks()
    {
        await (await As(Role.CampaignOffice, House.Office)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.DepartmentHead, House.Secretariat)).IsShut(Url, HttpStatusCode.NotFound);
        await head.IsShut($"/assignments/{Guid.CreateVersion7()}/extension/ask", HttpStatusCode.NotFound);
    }
}
