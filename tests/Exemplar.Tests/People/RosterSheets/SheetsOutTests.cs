using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterSheets;

/// <summary>Which units have got a sheet and have not sent it back.</summary>
public sealed class SheetsOutTests : RosterSheetHouse
{
    private async Task Issue(params Unit[] units)
    {
        var answer = await Committee.SendForm(await Committee.Open(Url), $"{Url}/issue", [.. units.Select(u => ("unit", $"{u.Id}"))]);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static List<string> Rows(IDocument page) => [.. page.QuerySelectorAll("#out tbody tr").Select(r => string.Join(' ', r.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

    private static string? Reminder(IDocument page) => page.QuerySelector<IHtmlTextAreaElement>("#reminder")?.Value.ReplaceLineEndings("\n").Trim();

    [Fact]
    public async Task Each_unit_that_got_one_is_listed_until_what_came_back_is_taken_over_and_the_rest_is_reminded()
    {
        Assert.Contains("还没有发过名册表", (await Committee.Open(Url)).QuerySelector("#out")!.TextContent, StringComparison.Ordinal);
        await Issued();   // only looked at
        Assert.Empty(Rows(await Committee.Open(Url)));

        await Issue(House.SecondBranch, House.FirstBranch);
        await Issue(House.FirstBranch);   // fetched again on the same day
        var page = await Committee.Open(Url);
        Assert.Equal(["第一党支部 2026-03-10 还没交回", "第二党支部 2026-03-10 还没交回"], Rows(page));
        Assert.Equal("名册表还没有交回的有 2 个单位：\n第一党支部（2026年3月10日发出）\n第二党支部（2026年3月10日发出）\n请照实改好，存盘后交回，文件名改了不要紧；没有变动的，原样交回。", Reminder(page));
        Assert.Equal(2, await App.Read(db => db.RosterSheetIssues.CountAsync()));
        Assert.Equal(["people.import"], await LogOf(await App.Read(db => db.RosterSheetIssues.Where(i => i.UnitId == House.FirstBranch.Id).Select(i => i.Id).SingleAsync())));

        await Results(("一.xlsx", await SheetOf(House.FirstBranch)));
        page = await Committee.Open(Url);
        Assert.Equal(["第一党支部 2026-03-10 等您定", "第二党支部 2026-03-10 还没交回"], Rows(page));
        Assert.DoesNotContain("第一党支部", Reminder(page), StringComparison.Ordinal);

        App.Clock.Advance(TimeSpan.FromHours(2));
        await Take("已导入 1 份（第一党支部）");
        Assert.Equal(["第一党支部 2026-03-10 已导入 2026-03-10", "第二党支部 2026-03-10 还没交回"], Rows(await Committee.Open(Url)));

        await Results(("二.xlsx", await SheetOf(House.SecondBranch)));
        await Take("已导入 1 份（第二党支部）");
        Assert.Null(Reminder(await Committee.Open(Url)));
    }

    [Fact]
    public async Task What_is_given_up_is_missing_again_and_only_the_newest_sheet_of_a_unit_is_waited_for()
    {
        await Issue(House.FirstBranch);
        var old = await SheetOf(House.FirstBranch);
        await Results(("一.xlsx", old));
        await (await Committee.SubmitForm(await Committee.Open(Returned), Returned, "main form[method=post]", [])).Leads(Committee, "已导入");
        App.Clock.Advance(TimeSpan.FromDays(2));
        await Issue(House.FirstBranch);
        Assert.Equal(["第一党支部 2026-03-12 还没交回"], Rows(await Committee.Open(Url)));
        await Results(("一.xlsx", await SheetOf(House.FirstBranch)));
        Assert.Equal(["第一党支部 2026-03-12 等您定"], Rows(await Committee.Open(Url)));
        var page = await Committee.Open(Returned);
        await Committee.SendForm(page, Returned, ("Form.GiveUpAll", "true"));
        Assert.Equal(["第一党支部 2026-03-12 还没交回"], Rows(await Committee.Open(Url)));

        App.Clock.Advance(TimeSpan.FromDays(181));
        Assert.Empty(Rows(await Committee.Open(Url)));
    }

    [Fact]
    public async Task Units_of_others_are_not_listed()
    {
        await Issue(House.FirstBranch);
        Assert.Empty(Rows(await (await As(Role.CommitteeOffice, House.OtherOffice)).Open(Url)));
    }
}
