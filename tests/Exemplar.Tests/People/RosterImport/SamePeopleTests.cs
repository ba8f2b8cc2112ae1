using System.Net;
using AngleSharp.Dom;
using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>One person twice, in the sheet or on the roster, is proposed and never put together unasked.</summary>
public sealed class SamePeopleTests : HouseTests
{
    private const string Form = "main form[method=post]";

    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "出生年月", "政治面貌", "入党时间", "所在支部");

    private async Task<string> Upload(SheetBuilder sheet)
    {
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), ("Form.AsOf", "2026-03-10"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    private static List<string> Questions(IDocument page) => [.. page.QuerySelectorAll("#same tbody tr").Select(r => $"{r.QuerySelector("th")!.TextContent} = {r.QuerySelector("[data-label=可能就是]")!.TextContent}? {r.QuerySelector("option")!.TextContent}")];

    private static List<string> States(IDocument page) => [.. page.QuerySelectorAll("section.scroll tbody .badge").Select(b => b.TextContent)];

    private async Task Answer(string url, int question, bool isSame) =>
        await (await Committee.SubmitForm(await Committee.Open(url), url, Form, ("Form.Choice", "Match"), ($"Form.Same[{question}].Is", isSame ? "true" : "false"))).Leads(Committee, "已按您选的重新核对");

    private async Task<Person> Known(string name, DateOnly? born, PartialDate? joined = null)
    {
        var person = new Person { Name = name, BirthMonth = born, JoinedOn = joined, Status = MemberStatus.Full };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
        await App.Given(person);
        return person;
    }

    [Fact]
    public async Task A_name_written_in_another_way_with_the_same_dates_is_proposed_and_merged_when_somebody_says_so()
    {
        var known = await Known("劉 強", new(1980, 5, 1), PartialDate.MonthOf(new(2009, 7, 1)));
        var url = await Upload(Sheet.Row("刘强", "1980.5", "中共党员", "2009.7", "第二党支部"));
        var page = await Committee.Open(url);

        Assert.Equal(["第 2 行 刘强（第二党支部，1980年5月生，2009年7月入党） = 花名册上的 劉 強（第一党支部，1980年5月生，2009年7月入党）? 没有选：暂不导入"], Questions(page));
        Assert.Equal(["暂不导入"], States(page));

        await Answer(url, 0, isSame: true);
        Assert.Equal(["有变动"], States(await Committee.Open(url)));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 0 人，变动 1 人");
        var people = await App.Read(db => db.People.Include(p => p.Memberships).Where(p => p.Id == known.Id || p.Name == "刘强").ToListAsync());
        Assert.Equal("劉 強", Assert.Single(people).Name);
        Assert.Contains(people[0].Memberships, m => m.UnitId == House.SecondBranch.Id && m.To is null);
    }

    [Fact]
    public async Task Whoever_is_said_to_be_another_is_added_beside()
    {
        await Known("张三", null, PartialDate.MonthOf(new(2009, 7, 1)));
        var url = await Upload(Sheet.Row("张三", "1980.5", "中共党员", "2009.7", "第一党支部"));
        Assert.Equal(["第 2 行 张三（第一党支部，1980年5月生，2009年7月入党） = 花名册上的 张三（第一党支部，2009年7月入党）? 没有选：暂不导入"], Questions(await Committee.Open(url)));

        await Answer(url, 0, isSame: false);
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 1 人");
        Assert.Equal(2, await App.Read(db => db.People.CountAsync(p => p.Name == "张三")));
    }

    [Fact]
    public async Task Two_of_one_name_in_a_branch_with_other_dates_stay_two_and_nobody_is_asked()
    {
        await Known("张三", new(1970, 1, 1), PartialDate.MonthOf(new(1995, 7, 1)));
        var url = await Upload(Sheet.Row("张三", "1980.5", "中共党员", "2009.7", "第一党支部").Row("张三", "1985.6", "中共党员", "2012.7", "第一党支部"));
        Assert.Empty(Questions(await Committee.Open(url)));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 2 人");
        Assert.Equal(3, await App.Read(db => db.People.CountAsync(p => p.Name == "张三")));
    }

    [Fact]
    public async Task A_namesake_with_one_date_alike_may_be_a_slip_and_is_added_when_nobody_says_otherwise()
    {
        await Known("张三", new(1980, 5, 1), PartialDate.MonthOf(new(2009, 7, 1)));
        var url = await Upload(Sheet.Row("张三", "1980.5", "中共党员", "2009.8", "第一党支部"));
        Assert.EndsWith("没有选：按另一人登记", Assert.Single(Questions(await Committee.Open(url))), StringComparison.Ordinal);
        Assert.Equal(["新登记"], States(await Committee.Open(url)));

        await Answer(url, 0, isSame: true);
        Assert.Contains("入党时间：2009年7月 → 2009年8月", (await Committee.Open(url)).QuerySelector("section.scroll")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Within_a_sheet_two_lines_of_one_person_become_one_and_what_contradicts_is_said()
    {
        var url = await Upload(Sheet.Row("孙七", "", "中共党员", "2009.7", "第一党支部").Row("孫七", "1980.1", "中共党员", "2009.7", "第二党支部"));
        Assert.Equal(["第 3 行 孫七（第二党支部，1980年1月生，2009年7月入党） = 第 2 行 孙七（第一党支部，2009年7月入党）? 没有选：两行都暂不导入"], Questions(await Committee.Open(url)));
        Assert.Equal(["暂不导入", "暂不导入"], States(await Committee.Open(url)));

        await Answer(url, 0, isSame: true);
        var page = await Committee.Open(url);
        Assert.Equal(["新登记", "重复"], States(page));
        Assert.Contains("按您选的，与第 2 行孙七是同一人；所在支部不同（第一党支部、第二党支部），以第 2 行为准", page.QuerySelector("section.scroll")!.TextContent, StringComparison.Ordinal);
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 1 人");
        Assert.Equal(new DateOnly(1980, 1, 1), await App.Read(db => db.People.Where(p => p.Name == "孙七").Select(p => p.BirthMonth).SingleAsync()));
    }

    [Fact]
    public async Task Two_lines_said_to_be_two_are_two()
    {
        var url = await Upload(Sheet.Row("孙七", "", "中共党员", "2009.7", "第一党支部").Row("孙七", "1980.1", "中共党员", "2009.7", "第二党支部"));
        await Answer(url, 0, isSame: false);
        Assert.Equal(["新登记", "新登记"], States(await Committee.Open(url)));
    }

    [Fact]
    public async Task Two_lines_cannot_both_be_the_one_on_the_roster()
    {
        await Known("张三", new(1980, 5, 1), PartialDate.MonthOf(new(2009, 7, 1)));
        var url = await Upload(Sheet.Row("张三", "1980.5", "中共党员", "2009.7", "第一党支部").Row("张三", "1980.5", "中共党员", "2010.7", "第二党支部"));
        await Answer(url, 0, isSame: true);
        Assert.Contains("与第 2 行都按名册里的张三登记，请核对", (await Committee.Open(url)).QuerySelector("section[aria-labelledby=errors]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张 三", "张三", true)]
    [InlineData("张　三", "張三", true)]
    [InlineData("买买提•艾山", "买买提·艾山", true)]
    [InlineData("李宁", "李甯", true)]
    [InlineData("张三", "张山", false)]
    [InlineData("王丽", "王莉", false)]
    public void Names_are_alike_when_only_their_writing_differs(string one, string other, bool alike) => Assert.Equal(alike, NameLikeness.KeyOf(one) == NameLikeness.KeyOf(other));
}
