using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

public sealed class UploadRosterTests : HouseTests
{
    private const string Url = "/people/import";

    [Fact]
    public async Task What_is_no_roster_is_refused_at_the_file_and_not_kept()
    {
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", "姓名,性别"u8.ToArray())).Refuses("File", "这不是 Excel 表格");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", new SheetBuilder().Row("甲", "乙").Bytes())).Refuses("File", "没有找到表头");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", new byte[(5 << 20) + 1])).Refuses("File", "文件超过 5 MB");
        await (await Committee.SubmitFile(Url, "Form.File", "a.xlsx", RosterSamples.All["按支部分段"].File, ("Form.AsOf", "2026-03-11"))).Refuses("AsOf", "名册日期不能在今天之后");
        Assert.Equal(0, await App.Read(db => db.Files.CountAsync()));
    }

    [Fact]
    public async Task A_roster_is_kept_and_logged_before_anything_is_imported()
    {
        var answer = await Committee.SubmitFile(Url, "Form.File", "名册.xlsx", RosterSamples.All["按支部分段"].File);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var file = await App.Read(db => db.Files.SingleAsync());
        Assert.StartsWith($"/people/import/{file.Id}?asOf=2026-03-10", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["people.import"], await LogOf(file.Id));
    }

    [Fact]
    public async Task Only_the_committees_office_may()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync($"{Url}/template")).StatusCode);
    }
}
