using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Merging;

public sealed class JudgeDifferentTests : HouseTests
{
    private Person one = null!, other = null!;

    private string Url => $"/people/{one.Id}/different/{other.Id}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (one, other) = (await House.Somebody("张三", House.FirstBranch), await House.Somebody("张三", House.SecondBranch));
    }

    private async Task<int> Proposed() => (await Committee.Open("/people/duplicates")).QuerySelectorAll("#likely tbody tr").Length;

    [Fact]
    public async Task Two_who_were_told_apart_are_not_proposed_again_until_that_is_taken_back()
    {
        Assert.Equal(1, await Proposed());
        var list = await Committee.Open("/people/duplicates");
        await (await Committee.SubmitForm(list, "/people/duplicates", "#likely form")).Leads(Committee, "已记下：张三和张三不是同一人");
        Assert.Equal(0, await Proposed());

        var judged = await App.Read(db => db.JudgedDifferent.SingleAsync());
        var page = await Committee.Open("/people/duplicates");
        Assert.Contains("党办", page.QuerySelector("#judged [data-label='谁、什么时候']")!.TextContent, StringComparison.Ordinal);
        await (await Committee.SubmitForm(page, "/people/duplicates", "#judged form")).Leads(Committee, "已撤销：张三和张三可能是同一人");
        Assert.Equal(1, await Proposed());
        Assert.Equal(["people.change", "people.change"], await LogOf(judged.Id));
    }

    [Fact]
    public async Task The_order_of_the_two_does_not_matter_and_an_old_pages_button_pressed_twice_says_it_once()
    {
        await Committee.Submit(Url);
        var stale = await Committee.Open($"/people/{other.Id}/different/{one.Id}");
        await (await Committee.SendForm(stale, Url, ("Form.Different", "true"))).Leads(Committee, "已记下");
        Assert.Equal(1, await App.Read(db => db.JudgedDifferent.CountAsync()));
        Assert.Contains("撤销判断", stale.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whoever_keeps_the_roster_of_both_may()
    {
        var foreigner = await House.Somebody("张三", House.OtherOffice);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{one.Id}/different/{foreigner.Id}", HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{one.Id}/different/{one.Id}", HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{one.Id}/different/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }
}
