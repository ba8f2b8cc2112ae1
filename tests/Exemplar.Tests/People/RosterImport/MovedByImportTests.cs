using System.Net;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>Whom a sheet moves takes along what a move registered by hand takes along.</summary>
public sealed class MovedByImportTests : HouseTests
{
    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "性别", "出生年月", "政治面貌", "所在支部", "科室");

    private async Task<(Person Person, Guid Account)> Somebody(string name)
    {
        var person = await House.Somebody(name, House.FirstBranch, House.General);
        var account = await House.AccountOf(person, name, (Role.BranchRecorder, House.FirstBranch), (Role.Member, House.FirstBranch), (Role.DepartmentHead, House.General), (Role.CommitteeOffice, House.Office));
        await App.Given(new Post { PersonId = person.Id, UnitId = House.FirstBranch.Id, Kind = PostKind.OrganizationMember, From = new(2026, 1, 1) });
        return (person, account);
    }

    private async Task<string> Upload(SheetBuilder sheet)
    {
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), ("Form.AsOf", "2026-03-10"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    private Task<List<string>> Roles(Guid account) => App.Read(async db => (await db.Grants.Where(g => g.AccountId == account).Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new { g.Role, u.Name, g.From, g.To }).ToListAsync())
        .Select(g => $"{g.Role} {g.Name} {g.From:MM-dd} {g.To:MM-dd}").Order(StringComparer.Ordinal).ToList());

    [Fact]
    public async Task Roles_of_the_place_that_is_left_end_and_a_member_is_one_in_the_new_branch_as_when_moved_by_hand()
    {
        var (byHand, hand) = await Somebody("郑手动");
        var (bySheet, sheet) = await Somebody("王表中");
        await (await Committee.Submit($"/people/{byHand.Id}/move", ("Form.Branch", $"{House.SecondBranch.Id}"), ("Form.Department", $"{House.Secretariat.Id}"), ("Form.On", "2026-03-10"))).Leads(Committee, "已调整");

        var url = await Upload(Sheet.Row("王表中", "男", "1980.5", "中共党员", "第二党支部", "秘书科"));
        var told = (await Committee.Open(url)).QuerySelector("main")!.TextContent;
        Assert.Contains("换支部 1 人（王表中），换科室 1 人（王表中）：在离开的单位的书记、记录员、科室负责人角色同日收回，“党员”角色换到新支部；现任职务不随之变动", told, StringComparison.Ordinal);
        Assert.Contains("BranchRecorder 第一党支部 01-01 ", await Roles(sheet));   // not before it is confirmed
        await (await Committee.Submit(url)).Leads(Committee, "已导入");

        Assert.Equal(["BranchRecorder 第一党支部 01-01 03-09", "CommitteeOffice 临江市人民政府办公室 01-01 ", "DepartmentHead 综合科 01-01 03-09", "Member 第一党支部 01-01 03-09", "Member 第二党支部 03-10 "], await Roles(sheet));
        Assert.Equal(await Roles(hand), await Roles(sheet));
        Assert.Equal([null, null], await App.Read(db => db.Posts.Where(p => p.PersonId == byHand.Id || p.PersonId == bySheet.Id).Select(p => p.To).ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await App.As(await House.AccountOf(bySheet, "王表中", (Role.Member, House.SecondBranch))).GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
    }

    [Fact]
    public async Task Who_stays_in_the_branch_keeps_its_roles_and_only_the_department_is_told()
    {
        var (_, account) = await Somebody("王表中");
        var url = await Upload(Sheet.Row("王表中", "男", "1980.5", "中共党员", "第一党支部", "秘书科"));
        var told = (await Committee.Open(url)).QuerySelector("main")!.TextContent;
        Assert.Contains("换科室 1 人（王表中）：", told, StringComparison.Ordinal);
        Assert.DoesNotContain("换支部", told, StringComparison.Ordinal);
        await (await Committee.Submit(url)).Leads(Committee, "已导入");
        Assert.Equal(["BranchRecorder 第一党支部 01-01 ", "CommitteeOffice 临江市人民政府办公室 01-01 ", "DepartmentHead 综合科 01-01 03-09", "Member 第一党支部 01-01 "], await Roles(account));
    }
}
