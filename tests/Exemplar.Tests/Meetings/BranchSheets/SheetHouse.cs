using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.BranchSheets;

/// <summary>Two branches on 10 March 2026; sheets of February go out, are filled in and come back. The first branch has 书记甲, 委员乙, 张三 and 李四, in rows 5 to 8 of its roll.</summary>
public abstract class SheetHouse : MeetingHouse
{
    protected const string February = "Month:2026-02-01";
    protected const string Meetings = "会议", Roll = "到会";

    /// <summary>The first row to fill in when nothing is on record.</summary>
    protected const int First = 5;

    /// <summary>By the names in the packed file, in its order.</summary>
    protected static Task<List<(string Name, byte[] File)>> Issued(HttpClient browser, string period = February) => browser.Unpack($"/meetings/sheets/issue?Period={period}");

    /// <summary>The first branch's sheet of February.</summary>
    protected async Task<byte[]> OfFirstBranch(string period = February) => (await Issued(Committee, period)).Single(f => f.Name.Contains("第一党支部", StringComparison.Ordinal)).File;

    /// <summary>A committee's meeting on the 3rd; on the 6th a party day with 张三 on leave and 李四 absent.</summary>
    protected static byte[] FilledIn(byte[] sheet) => SheetPen.On(sheet, pen => pen
        .Put(Meetings, $"B{First}", new DateOnly(2026, 2, 3)).Put(Meetings, $"C{First}", "支委会").Put(Meetings, $"D{First}", "研究二月份工作").Put(Meetings, $"I{First}", "书记甲").Put(Meetings, $"J{First}", "委员乙")
        .Put(Meetings, $"B{First + 1}", new DateOnly(2026, 2, 6)).Put(Meetings, $"C{First + 1}", "主题党日").Put(Meetings, $"D{First + 1}", "参观学习").Put(Meetings, $"F{First + 1}", "纪念馆")
        .Put(Meetings, $"G{First + 1}", 15 / 24d).Put(Meetings, $"H{First + 1}", 17 / 24d).Put(Meetings, $"I{First + 1}", "书记甲")
        .Put(Roll, RollCell("张三", 2), "请假").Put(Roll, RollCell("李四", 2), "缺席"));

    /// <summary>Where the mark of somebody stands for the meeting of this number.</summary>
    protected static string RollCell(string name, int place) => $"{Sheet.Letter(2 + place)}{5 + Array.IndexOf(["书记甲", "委员乙", "李四", "张三"], name)}";

    protected static async Task<HttpResponseMessage> Return(HttpClient browser, params (string Name, byte[] File)[] files)
    {
        var page = await browser.Open("/meetings/sheets");
        var form = page.QuerySelector<IHtmlFormElement>("main form[method=post]")!;
        Assert.NotNull(form.QuerySelector("input[type=file][name='Form.File'][multiple]"));
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Pages.Kept(form)) body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            body.Add(part, "Form.File", name);
        }
        return await browser.PostAsync("/meetings/sheets", body);
    }

    /// <summary>Handed in; the address of the preview.</summary>
    protected static async Task<string> Preview(HttpClient browser, params (string Name, byte[] File)[] files)
    {
        var answer = await Return(browser, files);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    protected static async Task<IDocument> Take(HttpClient browser, string url) => await (await browser.Submit(url)).Leads(browser, "已计入");

    /// <summary>What the preview says of one file, in one line.</summary>
    protected static string Of(IDocument page, string file) => string.Join(' ', page.QuerySelector($"section[data-file='{file}']")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected static List<string> Findings(IDocument page, string file) => [.. page.QuerySelectorAll($"section[data-file='{file}'] .findings li").Select(li => li.TextContent.Trim())];

    protected static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    protected Task<List<Meeting>> Kept() => App.Read(db => db.Meetings.AsNoTracking().Include(m => m.Roll.OrderBy(r => r.Position)).Include(m => m.Guests).Include(m => m.Agenda).Include(m => m.Steps).OrderBy(m => m.HeldOn).ThenBy(m => m.Kind).ToListAsync());

    /// <summary>Of the first branch, in words.</summary>
    protected async Task<List<string>> Standings() => [.. (await App.Read(db => db.Standings.Where(s => s.SubjectId == House.FirstBranch.Id).ToListAsync())).Select(s => $"{s.Rule} {s.From} {s.Actual} {s.Met}").Order()];
}
