using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.TermImport;

public sealed class WithdrawTermsTests : TermHouse
{
    private async Task<string> Imported()
    {
        await Confirm(await Upload(Elections));
        return $"/terms/imports/{await App.Read(db => db.ImportedTerms.Select(t => t.Id).SingleAsync())}";
    }

    [Fact]
    public async Task Everything_is_as_it_was_before_the_import_and_the_log_keeps_what_had_been()
    {
        await App.Elected(House.FirstBranch, new(2017, 6, 1));
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = People["张三"].Id, Kind = PostKind.Secretary, From = new(2025, 1, 1), ImportId = Guid.CreateVersion7() });
        var (posts, terms) = (await Posts(), await Terms(House.FirstBranch));
        var url = await Imported();
        Assert.Equal(3, (await Terms(House.FirstBranch)).Count);
        var made = await App.Read(db => db.Posts.Where(p => p.From < new DateOnly(2021, 1, 1)).Select(p => p.Id).FirstAsync());

        await (await Committee.Submit(url)).Leads(Committee, "已撤回《换届情况.xlsx》：换届 3 次");
        Assert.Equal(posts, await Posts());
        Assert.Equal(terms, await Terms(House.FirstBranch));
        Assert.Empty(await Terms(House.SecondBranch));
        Assert.Equal(new DateOnly(2017, 6, 1), await ElectedOn(House.FirstBranch));
        Assert.Null(await ElectedOn(House.SecondBranch));
        Assert.Equal(["posts.appoint", "posts.appoint"], await LogOf(made));
        await (await Committee.SendForm(await Committee.Open("/terms/import"), url)).Refuses("", "这次导入已经撤回");
        await Confirm(await Upload(Elections));   // and it may be taken over again
    }

    [Fact]
    public async Task What_was_built_on_it_stands_in_the_way_and_is_named()
    {
        var url = await Imported();
        var post = await App.Read(db => db.Posts.Where(p => p.UnitId == House.SecondBranch.Id).Select(p => p.Id).SingleAsync());
        await (await Committee.Submit($"/posts/{post}/end", ("Form.On", "2026-03-01"))).Leads(Committee, "已登记离任");
        var page = await Committee.Open(url);
        Assert.Contains("第二党支部书记 赵六", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[method=post]"));
        await (await Committee.SendForm(await Committee.Open("/terms/import"), url)).Refuses("", "导入以后有 1 处又变动过，不能整个撤回：第二党支部书记 赵六");
        Assert.Equal(6, await App.Read(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Who_may_not_appoint_there_does_not_see_it()
    {
        var url = await Imported();
        await App.As(await House.Account("邻居", (Role.CommitteeOffice, House.OtherOffice))).IsShut(url, HttpStatusCode.NotFound);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
    }
}
