using System.Net;
using Exemplar.Kernel;
using Exemplar.Platform.Jobs;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.RosterImport;

public sealed class RosterProgressTests : HouseTests
{
    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "性别", "出生年月", "政治面貌", "入党时间", "所在支部", "科室")
        .Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一支部", "综合科").Row("李四", "女", "1985.6", "中共党员", "2015.12", "第一支部", "秘书科");

    private async Task<string> Upload() => (await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", Sheet.Bytes())).Headers.Location!.OriginalString;

    private static string Progress(string url) => $"{url.Split('?')[0]}/progress";

    [Fact]
    public async Task What_is_being_imported_is_shown_and_cancelled_by_its_button_and_can_be_confirmed_again()
    {
        var url = await Upload();
        var before = await App.Read(db => db.People.CountAsync());
        TaskCompletionSource began = new(), go = new();
        var other = App.Read(db => db.Commit<int>(async (_, _) => { began.SetResult(); await go.Task; return 0; }, default));   // somebody else writes: the import waits for its turn
        await began.Task;
        var importing = Committee.Submit(url);
        var page = await Committee.Open(Progress(url));
        for (; page.QuerySelector("progress") is null; page = await Committee.Open(Progress(url))) await Task.Delay(20);
        Assert.Contains("排队、核对", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("这份文件正在导入", (await Committee.Open(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2"], (await Committee.GetAsync(Progress(url))).Headers.GetValues("Refresh"));
        using var ask = new HttpRequestMessage(HttpMethod.Get, Progress(url)) { Headers = { { "HX-Request", "true" } } };
        var part = await (await Committee.SendAsync(ask)).Content.ReadAsStringAsync();
        Assert.StartsWith("<progress", part.Trim(), StringComparison.Ordinal);

        await (await Committee.SubmitForm(page, Progress(url), "main form[method=post]", [])).Leads(Committee, "已要求取消，导入随即停下，什么也不写入");
        go.SetResult();
        await other;
        var answer = await importing;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("已取消导入，什么也没有写入", (await answer.Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((before, 1), await App.Read(async db => (await db.People.CountAsync(), await db.HandedInRosters.CountAsync())));

        await (await Committee.Submit(url)).Leads(Committee, "已导入");
        Assert.Equal((before + 2, 0), await App.Read(async db => (await db.People.CountAsync(), await db.HandedInRosters.CountAsync())));
    }

    [Fact]
    public async Task A_file_that_is_not_being_imported_has_nothing_to_cancel()
    {
        var url = await Upload();
        var page = await Committee.Open(Progress(url));
        Assert.Contains("这份文件现在没有在导入", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        await (await Committee.SendForm(await Committee.Open(url), Progress(url))).Leads(Committee, "这份文件现在没有在导入");

        using var ask = new HttpRequestMessage(HttpMethod.Get, Progress(url)) { Headers = { { "HX-Request", "true" } } };
        var answer = await Committee.SendAsync(ask);
        Assert.Equal((HttpStatusCode.NoContent, Progress(url).Replace("/progress", "", StringComparison.Ordinal)), (answer.StatusCode, answer.Headers.GetValues("HX-Location").Single()));
    }

    [Fact]
    public async Task Nobody_else_sees_or_cancels_it()
    {
        var url = await Upload();
        var other = await As(Role.CommitteeOffice, House.Office);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Progress(url))).StatusCode);
        using var asked = await other.SendForm(await other.Open("/people/import"), Progress(url));
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.BranchSecretary, House.FirstBranch)).GetAsync(Progress(url))).StatusCode);
        Assert.Null(App.Services.GetRequiredService<LongWorks>().Find(Guid.Parse(url.Split('/')[3].Split('?')[0])));
    }
}
