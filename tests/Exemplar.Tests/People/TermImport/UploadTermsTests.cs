using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.TermImport;

public sealed class UploadTermsTests : TermHouse
{
    [Fact]
    public async Task What_is_no_sheet_of_elections_is_refused_at_the_file_and_nothing_is_kept()
    {
        await (await Committee.SubmitFile("/terms/import", "Form.File", "a.xlsx", WorkbookText.Bytes("# 表\n姓名|性别\n张三|男"))).Refuses("File", "没有找到表头");
        await (await Committee.SubmitFile("/terms/import", "Form.File", "a.xlsx", WorkbookText.Bytes("# 表\n支部名称|换届时间|书记\n注：没有"))).Refuses("File", "表头下面没有换届记录");
        await (await Committee.SubmitFile("/terms/import", "Form.File", "a.xlsx", new byte[Exemplar.People.TermImport.UploadTerms.MostBytes + 1])).Refuses("File", "文件超过 2 MB");
        Assert.Equal(0, await App.Read(db => db.HandedInTerms.CountAsync()));
    }

    [Fact]
    public async Task A_sheet_waits_for_its_confirmation_and_goes_after_a_day()
    {
        await Upload(Elections);
        App.Clock.Advance(TimeSpan.FromHours(25));
        await Upload(Elections);
        Assert.Equal(1, await App.Read(db => db.HandedInTerms.CountAsync()));
        Assert.Empty(await Posts());
    }

    [Fact]
    public async Task Who_may_not_appoint_does_not_get_in() => await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut("/terms/import", HttpStatusCode.Forbidden);
}
