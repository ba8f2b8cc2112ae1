using System.Net;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class AppointPostTests : HouseTests
{
    private Person member = null!;

    private string Url => $"/units/{House.FirstBranch.Id}/posts/new";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        member = await House.Somebody("郑党员", House.General, House.FirstBranch);
    }

    private static (string, string)[] Form(Person person, string kind, string from = "2026-02-01") =>
        [("Form.Person", person.Id.ToString()), ("Form.Kind", kind), ("Form.From", from), ("Form.Basis", "临办党〔2026〕1号")];

    [Fact]
    public async Task An_appointment_is_kept_and_shown_on_the_units_page()
    {
        var page = await (await Committee.Submit(Url, Form(member, "Secretary"))).Leads(Committee, "已登记任职：书记");

        Assert.Contains("临办党〔2026〕1号", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["posts.appoint"], await LogOf(await App.Read(db => db.Posts.Select(p => p.Id).SingleAsync())));
    }

    [Fact]
    public async Task A_post_is_not_held_twice_and_who_leads_is_never_in_doubt()
    {
        var other = await House.Somebody("王党员", House.FirstBranch);
        var colleague = await House.Somebody("吴同事", House.General);
        await (await Committee.Submit(Url, Form(member, "Secretary"))).Leads(Committee, "已登记任职");

        await (await Committee.Submit(Url, Form(member, "Secretary"))).Refuses("Person", "已在任书记");
        await (await Committee.Submit(Url, Form(other, "Secretary"))).Refuses("Kind", "现在已有书记在任");
        await (await Committee.Submit(Url, Form(other, "Head"))).Refuses("Kind", "党支部没有“负责人”这一职务");
        await (await Committee.Submit(Url, Form(other, "CommitteeMember", "2026-03-11"))).Refuses("From", "任职日期不能在今天之后");
        await (await Committee.Submit($"{Url}?name=吴", Form(colleague, "CommitteeMember"))).Refuses("Person", "党内职务须由党员担任");
        Assert.Equal(1, await App.Read(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Its_own_people_are_offered_and_others_are_found_by_name()
    {
        await House.Somebody("钱别处", House.SecondBranch);
        await House.Somebody("钱外人", House.OtherOffice);
        async Task<IEnumerable<string>> Offered(string query) =>
            (await Committee.Open(Url + query)).QuerySelectorAll("#Form_Person option").Skip(1).Select(o => o.TextContent);

        Assert.Equal(["郑党员 · 综合科、第一党支部 · 1980-05生"], await Offered(""));
        Assert.Equal(["钱别处 · 第二党支部 · 1980-05生"], await Offered("?name=钱"));
    }

    [Fact]
    public async Task Only_the_offices_may_and_only_in_their_own()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/units/{House.OtherOffice.Id}/posts/new", HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/posts/new", HttpStatusCode.NotFound);
    }
}
