using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>Whoever presses 停止 while a large roster is taken over ends the request: what the server had begun is rolled back.</summary>
public sealed class StoppedImportTests : HouseTests
{
    private const int People = 1_500;

    private static SheetBuilder Roster()
    {
        var sheet = new SheetBuilder().Row("姓名", "性别", "出生年月", "政治面貌", "入党时间", "所在支部", "科室");
        for (var n = 0; n < People; n++) sheet.Row("王" + string.Concat($"{n:0000}".Select(digit => "安博晨东飞光海嘉凯林"[digit - '0'])), "男", "1980.5", "中共党员", "2009.7", "第一支部", "综合科");
        return sheet;
    }

    [Fact]
    public async Task An_import_that_is_stopped_is_there_whole_or_not_at_all_and_can_be_confirmed_again()
    {
        var before = await App.Read(db => db.People.CountAsync());
        var handedIn = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", Roster().Bytes());
        var url = handedIn.Headers.Location!.OriginalString;
        var form = (await Committee.Open(url)).QuerySelector("main form[data-long]")!;
        var fields = Pages.Kept(form, [("Form.Choice", "Confirm")]).Append(("Form.Choice", "Confirm")).Select(f => KeyValuePair.Create(f.Item1, f.Item2)).ToList();

        var stopped = 0;
        foreach (var milliseconds in (int[])[1, 20, 60, 120, 250])
        {
            using var stop = new CancellationTokenSource(milliseconds);
            try
            {
                (await Committee.PostAsync(url, new FormUrlEncodedContent(fields), stop.Token)).Dispose();
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
            Assert.Contains(await App.Read(db => db.People.CountAsync()), (int[])[before, before + People]);
        }

        Assert.True(stopped > 0);
        await (await Committee.PostAsync(url, new FormUrlEncodedContent(fields))).Leads(Committee, "已导入");
        Assert.Equal(before + People, await App.Read(db => db.People.CountAsync()));
        Assert.Equal(1, await App.Read(db => db.ImportedRosters.CountAsync()));
    }
}
