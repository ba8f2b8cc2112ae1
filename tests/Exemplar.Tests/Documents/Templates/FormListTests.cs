using System.Net;
using Exemplar.Platform.Security;

namespace Exemplar.Tests.Documents.Templates;

using Exemplar.Tests.Support;

public sealed class FormListTests : FormTests
{
    [Fact]
    public async Task An_empty_list_says_what_to_do() =>
        Assert.StartsWith("还没有留存的表格。把上级发来的空表", (await Clerk.Open("/forms")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_form_stands_there_with_its_last_use_for_the_whole_office()
    {
        var form = await Pointed(Blanks.LabelledLineAndTotal());
        Assert.Contains("还没有填过", (await Clerk.Open("/forms")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("任务 3 处、填报 2 处、单位 1 处、手填 1 处", (await Clerk.Open("/forms")).QuerySelector("td[data-label='各栏填什么']")!.TextContent);
        await Filled(await Clerk.Submit(form));

        var head = await As(Role.DepartmentHead, House.General);
        var row = (await head.Open("/forms")).QuerySelector("tbody tr")!;
        Assert.Equal("重点任务进展情况汇总表", row.QuerySelector("th")!.TextContent);
        Assert.Contains("2026-03-10 09:00　某人", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(form, row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_that_nobody_pointed_leads_to_pointing()
    {
        await Clerk.SubmitFile("/forms/new", "Form.File", "空表.xlsx", Blanks.SingleHeading());
        Assert.EndsWith("/point", (await Clerk.Open("/forms")).QuerySelector("tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_office_sees_none_of_it_and_a_member_no_list()
    {
        await Pointed(Blanks.SingleHeading());
        Assert.NotNull((await (await As(Role.CampaignOffice, House.OtherOffice)).Open("/forms")).QuerySelector(".empty"));
        await (await As(Role.Member, House.General)).IsShut("/forms", HttpStatusCode.Forbidden);
    }
}
