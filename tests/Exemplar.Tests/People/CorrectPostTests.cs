using System.Net;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Rules.Catalogue;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class CorrectPostTests : HouseTests
{
    private Person person = null!;
    private Post post = null!;

    private string Url => $"/posts/{post.Id}/correct";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        person = await House.Somebody("张三", House.FirstBranch);
        post = new Post { UnitId = House.FirstBranch.Id, PersonId = person.Id, Kind = PostKind.Secretary, From = new(2026, 2, 1) };
        await App.Given(post);
    }

    private Task<HttpResponseMessage> Correct(params (string, string)[] answers) => Committee.Submit(Url, [("Form.Reason", "录错了，以任职文件为准"), .. answers]);

    private Task<(DateOnly, DateOnly?, string)> Kept() => App.Read(async db => (await db.Posts.AsNoTracking().SingleAsync(p => p.Id == post.Id)) is var p ? (p.From, p.To, p.Basis) : default);

    private async Task<int> SecretariesOn(DateOnly day) => (await App.Subject(House.FirstBranch))
        .OnRoll(new Requirement { Measure = Measure.Holders, Of = ["Branch/Secretary"] }, day);

    [Fact]
    public async Task The_dates_are_put_right_and_what_stood_there_stays_visible_with_the_reason()
    {
        await (await Correct(("Form.From", "2026-01-15"), ("Form.Basis", "机关党〔2026〕1号"))).Leads(Committee, "已更正：张三任书记");

        Assert.Equal((new DateOnly(2026, 1, 15), (DateOnly?)null, "机关党〔2026〕1号"), await Kept());
        Assert.Equal((0, 1), (await SecretariesOn(new(2026, 1, 14)), await SecretariesOn(new(2026, 1, 15))));
        Assert.Contains("党办：原为 2026-02-01 至 今；录错了，以任职文件为准", (await Committee.Open(Url)).QuerySelector("ul.plain")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["test.given", "posts.appoint"], await LogOf(post.Id));
    }

    [Fact]
    public async Task Who_was_entered_as_gone_by_mistake_holds_the_post_again()
    {
        await Committee.Submit($"/posts/{post.Id}/end", ("Form.On", "2026-03-01"));
        await (await Correct(("Form.To", ""))).Leads(Committee, "已更正");
        Assert.Null((await Kept()).Item2);
    }

    [Fact]
    public async Task A_post_of_one_person_is_nobody_elses_at_the_same_time()
    {
        var former = await House.Somebody("李四", House.FirstBranch);
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = former.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1), To = new(2026, 1, 31) });
        await (await Correct(("Form.From", "2026-01-31"))).Refuses("From", "与李四的任期重叠（2026-01-01 至 2026-01-31），书记只能有一人");
        Assert.Equal(new DateOnly(2026, 2, 1), (await Kept()).Item1);
    }

    [Theory]
    [InlineData("From", "2026-03-11", "From", "任职日期不能在今天之后")]
    [InlineData("To", "2026-01-31", "To", "离任日期不能早于任职日期")]
    [InlineData("To", "2026-03-11", "To", "离任日期不能在今天之后")]
    [InlineData("Reason", "", "Reason", "请写明更正的原因")]
    [InlineData("Basis", "", "", "没有改动，不用保存")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string answered, string value, string field, string sentence)
    {
        await (await Committee.Submit(Url, [("Form." + answered, value), .. answered == "Reason" ? Array.Empty<(string, string)>() : [("Form.Reason", "录错了")]])).Refuses(field, sentence);
        Assert.Equal(["test.given"], await LogOf(post.Id));
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_shows_both_and_may_then_be_saved()
    {
        var page = await Committee.Open(Url);
        await Committee.Submit($"/posts/{post.Id}/end", ("Form.On", "2026-03-01"));
        var answer = await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.From", "2026-01-15"), ("Form.Reason", "录错了"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);

        var both = await answer.Read();
        Assert.Contains(both.QuerySelectorAll(".theirs"), t => t.TextContent.Contains("2026年3月1日", StringComparison.Ordinal));
        Assert.Equal("2026-01-15", both.QuerySelector("#Form_From")!.GetAttribute("value"));
        await (await Committee.SubmitForm(both, Url, "main form[method=post]", ("Form.To", "2026-03-01"))).Leads(Committee, "已更正");
    }

    [Fact]
    public async Task Only_those_who_appoint_may_and_only_in_their_own_house()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/posts/{Guid.CreateVersion7()}/correct", HttpStatusCode.NotFound);
    }
}
