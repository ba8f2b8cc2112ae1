using System.Net;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class AddPersonTests : HouseTests
{
    private const string Url = "/people/new";

    private (string, string)[] Member(params (string Name, string Value)[] otherwise)
    {
        Dictionary<string, string> form = new()
        {
            ["Form.Name"] = "周党员",
            ["Form.Sex"] = "Female",
            ["Form.BirthMonth"] = "1985.7",
            ["Form.Status"] = "Full",
            ["Form.JoinedOn"] = "2009-07-01",
            ["Form.ConfirmedOn"] = "2010-07-01",
            ["Form.Department"] = House.General.Id.ToString(),
            ["Form.Branch"] = House.FirstBranch.Id.ToString(),
            ["Form.On"] = "2026-02-01",
        };
        foreach (var (name, value) in otherwise) form[name] = value;
        return [.. form.Select(f => (f.Key, f.Value))];
    }

    [Fact]
    public async Task A_member_is_registered_in_branch_and_department()
    {
        var page = await (await Committee.Submit(Url, Member())).Leads(Committee, "已登记：周党员");

        Assert.Contains("1985年7月", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不存身份证号", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var person = await App.Read(db => db.People.Include(p => p.Memberships).SingleAsync(p => p.Name == "周党员"));
        Assert.Equal(new HashSet<Guid> { House.General.Id, House.FirstBranch.Id }, [.. person.Memberships.Select(m => m.UnitId)]);
        Assert.Equal((MemberStatus.Full, new DateOnly(1985, 7, 1)), (person.Status, person.BirthMonth));
        Assert.Equal(["people.change"], await LogOf(person.Id));
    }

    [Theory]
    [InlineData("Form.Name", " ", "Name", "请填写姓名")]
    [InlineData("Form.BirthMonth", "2026-04", "BirthMonth", "出生年月不能在今天之后")]
    [InlineData("Form.BirthMonth", "八五年", "BirthMonth", "出生年月“八五年”不是年月")]
    [InlineData("Form.ConfirmedOn", "2009-06-30", "ConfirmedOn", "转正时间不能早于入党时间")]
    [InlineData("Form.Status", "Probationary", "ConfirmedOn", "预备党员还没有转正时间")]
    [InlineData("Form.Status", "", "Status", "填了入党或转正时间，请选择党员身份")]
    [InlineData("Form.Branch", "", "Branch", "党员须编入一个支部")]
    [InlineData("Form.On", "2026-03-11", "On", "日期不能在今天之后")]
    [InlineData("Form.On", "", "On", "请填写何时来到这里")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string answered, string value, string field, string sentence)
    {
        var answer = await Committee.Submit(Url, Member((answered, value)));

        await answer.Refuses(field, sentence);
        Assert.Equal(answered == "Form.Name" ? " " : "周党员", (await answer.Read()).QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal(1, await App.Read(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_colleague_has_no_branch_and_needs_a_department()
    {
        (string, string)[] colleague = [("Form.Status", ""), ("Form.JoinedOn", ""), ("Form.ConfirmedOn", "")];
        await (await Committee.Submit(Url, Member(colleague))).Refuses("Branch", "不是党员，不编入支部");
        await (await Committee.Submit(Url, Member([.. colleague, ("Form.Branch", ""), ("Form.Department", "")]))).Refuses("Department", "请选择科室");
        await (await Committee.Submit(Url, Member([.. colleague, ("Form.Branch", "")]))).Leads(Committee, "已登记");
    }

    [Fact]
    public async Task A_twin_is_refused_and_the_same_form_sent_again_is_not()
    {
        var page = await Committee.Open(Url);
        for (var i = 0; i < 2; i++)
            await (await Committee.SubmitForm(page, Url, "main form[method=post]", Member())).Leads(Committee, "已登记");

        await (await Committee.Submit(Url, Member())).Refuses("Name", "名册里已有同名同出生年月的人（综合科、第一党支部）");
        Assert.Equal(2, await App.Read(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_unit_outside_the_actors_place_cannot_be_chosen()
    {
        var elsewhere = House.Found(UnitKind.Department, "邻市科", House.OtherOffice);
        await House.Save();
        await (await Committee.Submit(Url, Member(("Form.Department", elsewhere.Id.ToString())))).Refuses("Department", "请从列表中选择科室");
    }

    [Fact]
    public async Task Only_the_committees_office_may() => await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
}
