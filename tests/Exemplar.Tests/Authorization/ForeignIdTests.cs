using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Authorization;

/// <summary>An object that one may not see, named inside the form of a page that one may use.</summary>
[Collection(AuthorizationMatrix.Name)]
public sealed class ForeignIdTests(Fixture fixture)
{
    /// <summary>Role, page on the own object, field, whose id is put in, and fields that the form needs besides.</summary>
    public static TheoryData<string, string, string, string, string> Forged => new()
    {
        { "committee-office", "/people/new", "Form.Branch", "unit B111", "Form.Name=某人&Form.Status=Full" },
        { "committee-office", "/people/new", "Form.Department", "unit A12", "Form.Name=某人" },
        { "committee-office", "/people/{person A111}/move", "Form.Branch", "unit A211", "" },
        { "committee-office", "/units/{unit A111}/split", "Form.People", "person B111", "Form.Name=新支部&Form.On=2026-03-05" },
        { "committee-office", "/units/{unit A111}/posts/new", "Form.Person", "person B111", "Form.Kind=PublicityMember" },
        { "security-admin", "/accounts/{account A111}/grants/new", "Form.Unit", "unit A12", "Form.Role=Member" },
        { "system-admin", "/accounts/new", "Form.Person", "person B111", "Form.UserName=foreign" },
        { "system-admin", "/accounts/invite", "Form.People", "person B111", "" },
        { "system-admin", "/accounts/invite", "Form.Accounts", "account B111", "" },
        { "system-admin", "/accounts/{account A111}/person", "Form.Person", "person A12", "" },
        { "campaign-office", "/plan-items/{item A11}", "Form.Owners", "unit B11", "" },
        { "campaign-office", "/plan-items/{item A11}", "Form.CoOwners", "unit B11", "" },
        { "campaign-office", "/plan-items/{item A11}", "Form.Stage", "item B11", "" },
        { "secretary", "/meetings/new", "Form.What", "unit A121:members", "Form.HeldOn=2026-03-20" },
        { "secretary", "/meetings/series", "Form.What", "unit A121:members", "" },
        { "secretary", "/meetings/{meeting A111}/votes/new", "Form.VotedOn", "decision-item A121", "Form.Kind=Ordinary&Form.Way=Hands&Form.Yes=3" },
        { "secretary", "/meetings/{meeting A111}/votes/new", "Form.VotedOn", "matter A121", "Form.Kind=Ordinary&Form.Way=Hands&Form.Yes=3" },
        { "secretary", "/meetings/{meeting A111}/elections/new", "Form.Candidates", "person A121", "Form.Kind=Committee&Form.Post=委员&Form.Seats=1" },
        { "secretary", "/matters/{matter A111}/agenda", "Form.Item", "decision-item A121", "" },
        { "secretary", "/meetings/{meeting A111}/decisions/1/task", "Form.Unit", "unit B111", "Form.DueOn=2026-04-20" },
        { "secretary", "/calendar/feeds", "Form.Unit", "unit A12", "" },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_foreign_object_named_in_a_form_is_refused_and_nothing_is_kept(string who, string page, string field, string foreign, string besides)
    {
        var browser = As(who);
        var address = await Written(page);
        var opened = await browser.Open(address);
        var form = opened.QuerySelector("main form[method=post]")!;
        (string, string)[] answers = [(field, await Written(foreign, braces: false)), .. besides.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))];
        var before = await Tables();

        var answer = await browser.Send(address, [.. Pages.Kept(form, answers), .. answers]);

        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{(int)answer.StatusCode} {answer.Headers.Location}");
        Assert.Equal(before, await Tables());
    }

    [Theory]
    [InlineData("A111", "A121")]
    [InlineData("A121", "A111")]
    public async Task A_batch_with_one_foreign_share_is_refused_as_a_whole(string first, string second)
    {
        var desk = As("desk");
        var page = await desk.Open("/supervision/judge?ids=" + fixture.Objects.At("finished", "A111")[0]);
        var before = await Tables();

        var answer = await desk.SendForm(page, "/supervision/judge", ("Form.Picked", await Picked(first)), ("Form.Picked", await Picked(second)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, await Tables());
    }

    [Fact]
    public async Task A_batch_of_nothing_does_nothing()
    {
        var desk = As("desk");
        var page = await desk.Open("/supervision/judge?ids=" + fixture.Objects.At("finished", "A111")[0]);
        var before = await Tables();

        var address = "/supervision/judge?ids=" + fixture.Objects.At("finished", "A111")[0];
        await (await desk.SendForm(page, address, ("Form.Picked", ""))).Refuses("Picked", "请至少勾选一份");
        await (await desk.SendForm(page, address)).Refuses("Picked", "请至少勾选一份");
        foreach (var list in (string[])["judge", "text", "slips"])
            foreach (var query in (string[])["", "?ids=", "?ids=&ids=", "?ids[]="])
                Assert.DoesNotContain("〔", (await (await desk.GetAsync($"/supervision/{list}{query}")).Content.ReadAsStringAsync()).Replace("〔A11〕", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, await Tables());
    }

    [Fact]
    public async Task Of_a_mixed_list_only_the_own_ones_are_shown()
    {
        var (own, foreign) = (fixture.Objects.At("issued", "A111")[0], fixture.Objects.At("issued", "A121")[0]);
        foreach (var query in (string[])[$"?ids={own}&ids={foreign}", $"?ids={foreign}&ids={own}"])
        {
            var text = await As("desk").GetStringAsync($"/supervision/text{query}");
            Assert.Contains("下达〔A111〕", text, StringComparison.Ordinal);
            Assert.DoesNotContain("〔A121〕", text, StringComparison.Ordinal);
        }
    }

    /// <summary>The outer object is one's own, the inner one hangs on another.</summary>
    [Theory]
    [InlineData("head", "/assignments/{answered A111}/files/{file answered A121}")]
    [InlineData("head", "/assignments/{answered A111}/files/{file answered A112}")]
    [InlineData("head", "/assignments/{answered A121}/files/{file answered A111}")]
    [InlineData("secretary", "/meetings/{planned A111}/decisions/1/task")]
    [InlineData("secretary", "/meetings/{meeting A111}/decisions/9/task")]
    [InlineData("secretary", "/meetings/{meeting A111}/papers/budget")]
    public async Task What_hangs_on_another_object_is_not_found_through_the_own_one(string who, string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await As(who).GetAsync(await Written(address))).StatusCode);

    private HttpClient As(string who) => fixture.App.As(fixture.SessionOf(Principal.WithRole.Single(p => p.Name == who)).Account!.Value);

    private async Task<string> Picked(string code)
    {
        var id = Guid.Parse(fixture.Objects.At("finished", code)[0]);
        return $"{id}:{await fixture.App.Read(db => db.Assignments.Where(a => a.Id == id).Select(a => a.Version).SingleAsync())}";
    }

    /// <summary>Puts ids where the text names objects: <c>{person A111}</c>, or the whole text without braces.</summary>
    private async Task<string> Written(string text, bool braces = true)
    {
        if (!braces) text = text switch
        {
            ['u', 'n', 'i', 't', ':', .. var rest] => $"unit:{{{rest}}}",
            _ when text.Contains(':', StringComparison.Ordinal) => $"{{{text.Split(':')[0]}}}:{text.Split(':')[1]}",
            _ => $"{{{text}}}",
        };
        while (text.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf('}', StringComparison.Ordinal);
            text = text[..open] + await Id(text[(open + 1)..close].Split(' ')) + text[(close + 1)..];
        }
        return text;
    }

    private async Task<string> Id(string[] words)
    {
        if (words is ["file", var kind, var at]) return fixture.Objects.At($"{kind}-file", at)[1];
        if (words is ["decision-item", var node])
        {
            var meeting = Guid.Parse(fixture.Objects.At("meeting", node)[0]);
            return $"{await fixture.App.Read(db => db.MeetingAgenda.Where(i => i.MeetingId == meeting).Select(i => i.Id).FirstAsync())}";
        }
        return words is ["form", var office] ? fixture.Objects.At("form", office)[0] : fixture.Objects.At(words[0], words[1])[0];
    }

    private async Task<Dictionary<string, string>> Tables()
    {
        var all = await fixture.App.Snapshot();
        all.Remove(MatrixRun.Trace);
        return all;
    }
}
