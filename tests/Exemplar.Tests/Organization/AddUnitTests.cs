using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Organization;

public sealed class AddUnitTests : HouseTests
{
    private string Url => $"/units/{House.Committee.Id}/new";

    [Fact]
    public async Task A_new_branch_stands_last_under_its_committee()
    {
        var answer = await Committee.Submit(Url, ("Form.Kind", "Branch"), ("Form.Name", "第三党支部"));

        await answer.Leads(Committee, "已设立：第三党支部");
        var unit = await App.Read(db => db.Units.SingleAsync(u => u.Name == "第三党支部"));
        Assert.Equal((UnitKind.Branch, House.Committee.Id), (unit.Kind, unit.ParentId));
        Assert.StartsWith(House.Committee.Path, unit.Path, StringComparison.Ordinal);
        Assert.Equal("第三党支部", (await Committee.Open("/units")).QuerySelectorAll("tbody th")[^1].TextContent.Trim());
        Assert.Equal(["units.change"], await LogOf(unit.Id));
    }

    [Theory]
    [InlineData("Department", "保卫科", "Kind", "机关党委下不设科室")]
    [InlineData("Branch", "第一党支部", "Name", "“机关党委”下已有“第一党支部”")]
    [InlineData("Branch", "  ", "Name", "请填写名称")]
    [InlineData("", "第三党支部", "Kind", "请选择类别")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string kind, string name, string field, string sentence)
    {
        var answer = await Committee.Submit(Url, ("Form.Kind", kind), ("Form.Name", name));

        await answer.Refuses(field, sentence);
        Assert.Equal(9, await App.Read(db => db.Units.CountAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_founds_one_unit()
    {
        var page = await Committee.Open(Url);
        for (var i = 0; i < 2; i++)
            await (await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Kind", "Branch"), ("Form.Name", "第三党支部"))).Leads(Committee, "已设立");
        Assert.Equal(10, await App.Read(db => db.Units.CountAsync()));
    }

    [Fact]
    public async Task Only_the_offices_that_keep_the_organization_may_and_only_in_their_own()
    {
        await (await As(Role.BranchSecretary, House.Committee)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/units/{House.OtherOffice.Id}/new", HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/new", HttpStatusCode.NotFound);
    }
}
