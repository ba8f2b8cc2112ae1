using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Matters;

public sealed class AddMatterTests : GivenMatter
{
    private string Url => $"/units/{House.FirstBranch.Id}/matters/new";

    [Fact]
    public async Task It_is_kept_with_its_basis_and_logged()
    {
        Assert.Equal((Title, "支部议事规则第五条"), (Matter.Title, Matter.Basis));
        Assert.Equal(["meetings.matter"], await LogOf(Matter.Id));
    }

    [Fact]
    public async Task A_branch_names_the_basis()
    {
        await (await Secretary.Submit(Url, ("Form.Title", "另一件"), ("Form.Kind", "Funds"))).Refuses("Basis", "请填写依据");
        await (await Secretary.Submit(Url, ("Form.Kind", "Funds"), ("Form.Basis", "第五条"))).Refuses("Title", "请填写事项");
        Assert.Equal(Title, (await Kept).Title);
    }

    [Fact]
    public async Task Of_a_leadership_group_only_title_and_archive_number_are_kept()
    {
        var group = House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        var url = $"/units/{group.Id}/matters/new";
        Assert.Null((await Committee.Open(url)).QuerySelector("[name='Form.Basis']"));
        await (await Committee.Submit(url, ("Form.Title", "干部任免"), ("Form.Kind", "Personnel"))).Refuses("ArchiveNumber", "党组的事项只存名称和档案号");
        await (await Committee.SendForm(await Committee.Open(url), url, ("Form.Title", "干部任免"), ("Form.Kind", "Personnel"), ("Form.Basis", "不该存的内容"), ("Form.ArchiveNumber", "党组2026-7"))).Leads(Committee, "已列入重大事项清单");

        var kept = await App.Read(db => db.MajorMatters.SingleAsync(m => m.UnitId == group.Id));
        Assert.Equal(("", "党组2026-7"), (kept.Basis, kept.ArchiveNumber));
    }

    [Fact]
    public async Task The_id_of_another_bodys_matter_tells_nothing_of_it()
    {
        var id = Guid.CreateVersion7();
        await (await As(Role.BranchSecretary, House.SecondBranch)).Submit($"/units/{House.SecondBranch.Id}/matters/new", ("Form.Id", id.ToString()), ("Form.Title", "讨论某同志处分"), ("Form.Kind", "Funds"), ("Form.Basis", "第五条"));
        var answer = await Secretary.Submit(Url, ("Form.Id", id.ToString()), ("Form.Title", "别的事"), ("Form.Kind", "Funds"), ("Form.Basis", "第五条"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.DoesNotContain("处分", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_records_for_the_body_enters()
    {
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/units/{Guid.CreateVersion7()}/matters/new", HttpStatusCode.NotFound);
    }
}
