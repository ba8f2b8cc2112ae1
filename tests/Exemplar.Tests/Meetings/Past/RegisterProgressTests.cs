using System.Net;
using Exemplar.Kernel;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

public sealed class RegisterProgressTests : RegisterHouse
{
    [Fact]
    public async Task A_register_that_is_being_imported_is_cancelled_whole_and_can_be_confirmed_again()
    {
        var url = await Upload(Committee, Three);
        TaskCompletionSource began = new(), go = new();
        var other = App.Read(db => db.Commit<int>(async (_, _) => { began.SetResult(); await go.Task; return 0; }, default));
        await began.Task;
        var importing = Committee.Submit(url);
        var page = await Committee.Open($"{url}/progress");
        for (; page.QuerySelector("progress") is null; page = await Committee.Open($"{url}/progress")) await Task.Delay(20);
        await (await Committee.SubmitForm(page, $"{url}/progress", "main form[method=post]", [])).Leads(Committee, "已要求取消");
        go.SetResult();
        await other;

        var answer = await importing;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("已取消导入，什么也没有写入", Text(await answer.Read()), StringComparison.Ordinal);
        Assert.Equal((0, 1), await App.Read(async db => (await db.Meetings.CountAsync(), await db.HandedInRegisters.CountAsync())));
        await Confirm(Committee, url);
        Assert.Equal(3, await App.Read(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_sees_or_cancels_it()
    {
        var url = await Upload(Committee, Three);
        Assert.Contains("这份文件现在没有在导入", Text(await Committee.Open($"{url}/progress")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.CommitteeOffice, House.Office)).GetAsync($"{url}/progress")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync($"{url}/progress")).StatusCode);
    }
}
