using System.Net;
using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>The first branch of <see cref="MeetingHouse"/>, and registers handed in through the page.</summary>
public abstract class RegisterHouse : MeetingHouse
{
    /// <summary>Three meetings of January to March 2026 in the first branch.</summary>
    protected const string Three = """
        # 第一党支部
        2026年第一党支部“三会一课”登记表
        时间|会议类型|主题|地点|主持人|参会人员|备注
        1月8日|支委会|研究计划|三楼|书记甲|书记甲、委员乙|
        2月6日|主题党日|参观学习|纪念馆|书记甲|张三、王小明等14人|
        3月6日|支部党员大会|民主推荐|三楼|书记甲|全体党员（请假：李四）|
        """;

    protected static async Task<string> Upload(HttpClient browser, string register, params (string, string)[] answers)
    {
        var answer = await browser.SubmitFile("/meetings/past", "Form.File", "台账.xlsx", WorkbookText.Bytes(register), answers);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Handed in and confirmed as it stands; the list of meetings with the receipt.</summary>
    protected static async Task<IDocument> Import(HttpClient browser, string register) => await Confirm(browser, await Upload(browser, register));

    protected static async Task<IDocument> Confirm(HttpClient browser, string url) => await (await browser.Submit(url)).Leads(browser, "已导入");

    protected static async Task<IDocument> Recheck(HttpClient browser, string url, params (string, string)[] answers) =>
        await (await browser.SubmitForm(await browser.Open(url), url, "main form[method=post]", [("Form.Choice", "Recheck"), .. answers])).Leads(browser, "已按您选的重新核对");

    protected static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    protected Task<List<Meeting>> Imported() => App.Read(db => db.Meetings.AsNoTracking().Include(m => m.Roll.OrderBy(r => r.Position)).Include(m => m.Guests).Include(m => m.Agenda).Include(m => m.Steps)
        .Where(m => m.Origins.Any()).OrderBy(m => m.HeldOn).ThenBy(m => m.Kind).ToListAsync());

    /// <summary>The living facts, in words.</summary>
    protected async Task<List<string>> FactsInWords()
    {
        var facts = await App.Read(db => db.Facts.Where(f => !f.Voided).ToListAsync());
        var names = await App.Read(db => db.People.ToDictionaryAsync(p => p.Id, p => p.Name));
        return [.. facts.Where(f => f.Kind.StartsWith("held.", StringComparison.Ordinal) || f.Kind.StartsWith("attended.", StringComparison.Ordinal) || f.Kind == "lectured")
            .Select(f => $"{f.CountsOn:yyyy-MM-dd} {f.Kind}{(f.PersonId is { } p ? $" {names[p]}" : "")}").Order(StringComparer.Ordinal)];
    }
}
