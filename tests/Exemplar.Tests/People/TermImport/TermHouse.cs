using System.Net;
using AngleSharp.Dom;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.TermImport;

/// <summary>The house with two committees on its roster, and sheets of elections handed in through the page.</summary>
public abstract class TermHouse : HouseTests
{
    /// <summary>The first branch was elected twice, the second once; the third line tells of a branch that there is not.</summary>
    protected const string Elections = """
        # 换届
        机关各党支部换届情况
        支部名称|换届时间|届期|届满时间|书记|委员|备注
        第一支部|2020-05-15|3年|2023-05-14|张三|李四|
        第一支部|2023-05-12|3年|2026-05-11|张三|李四（组织委员）、王五（宣传委员）|
        第二支部|'2023.6|三年|'2026.6|赵六|查无此人|
        第九支部|2023-07-01|3年||||
        """;

    protected Dictionary<string, Person> People { get; } = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        foreach (var name in (string[])["张三", "李四", "王五"]) People[name] = await House.Somebody(name, House.FirstBranch);
        People["赵六"] = await House.Somebody("赵六", House.SecondBranch);
    }

    protected async Task<string> Upload(string sheet)
    {
        var answer = await Committee.SubmitFile("/terms/import", "Form.File", "换届情况.xlsx", WorkbookText.Bytes(sheet));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    protected async Task<IDocument> Confirm(string url) =>
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Confirm"))).Leads(Committee, "已导入");

    protected static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    protected Task<List<string>> Posts() => App.Read(async db => (await db.Posts.Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new { post, person.Name }).Join(db.Units, x => x.post.UnitId, u => u.Id, (x, u) => new { x.post, x.Name, Unit = u.Name, u.Order })
        .ToListAsync()).OrderBy(x => x.Order, StringComparer.Ordinal).ThenBy(x => x.post.From).ThenBy(x => x.post.Kind).Select(x => $"{x.Unit}{x.post.Kind.Name()} {x.Name} {x.post.From.Iso()}~{x.post.To.Iso()}").ToList());

    /// <summary>The terms as standings: first and last day, and whether another election followed.</summary>
    protected Task<List<string>> Terms(Unit unit) => App.Read(async db => (await db.Standings.Where(s => s.SubjectId == unit.Id && s.Rule == "ELE-02").OrderBy(s => s.From).ToListAsync()).Select(s => $"{s.From.Iso()}~{s.DueOn.Iso()} {(s.Met ? "换届" : "在任")}").ToList());

    protected Task<DateOnly?> ElectedOn(Unit unit) => App.Read(db => db.Units.Where(u => u.Id == unit.Id).Select(u => u.ElectedOn).SingleAsync());
}
