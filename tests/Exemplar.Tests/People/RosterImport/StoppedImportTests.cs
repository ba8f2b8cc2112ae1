using Exemplar.People.RosterImport;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>Whoever presses 停止 while a large roster is taken over ends the request: what the server had begun is rolled back.</summary>
public sealed class StoppedImportTests : HouseTests
{
    private const int People = 200;
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static SheetBuilder Roster(int people, string department)
    {
        var sheet = new SheetBuilder().Row("姓名", "性别", "出生年月", "政治面貌", "入党时间", "所在支部", "科室").Row("老党员", "男", "1970.5", "中共党员", "1999.7", "第一支部", department);
        for (var n = 0; n < people; n++) sheet.Row("王" + string.Concat($"{n:0000}".Select(digit => "安博晨东飞光海嘉凯林"[digit - '0'])), "男", "1980.5", "中共党员", "2009.7", "第一支部", "综合科");
        return sheet;
    }

    /// <summary>Asks for the day inside the commit: first before anything is written, last when everybody new is, while whoever changed is being written.</summary>
    [Fact]
    public async Task An_import_that_is_stopped_is_there_whole_or_not_at_all_and_can_be_confirmed_again()
    {
        var first = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", Roster(0, "综合科").Bytes());
        await (await Committee.Submit(first.Headers.Location!.OriginalString)).Leads(Committee, "已导入");
        await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", Roster(People, "秘书科").Bytes(), ("Form.AsOf", "2026-03-10"));
        var (handedIn, account) = await App.Read(async db => await db.HandedInRosters.Select(r => new ValueTuple<Guid, Guid>(r.Id, r.AccountId)).SingleAsync());
        var before = await App.Read(db => db.People.CountAsync());

        var stopped = 0;
        for (var done = false; !done && stopped < 50;)
        {
            using var stop = new CancellationTokenSource();
            await using var scope = App.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().Become((await scope.ServiceProvider.GetRequiredService<GrantBook>().Find(account, default))!);
            var import = ActivatorUtilities.CreateInstance<ImportRoster>(scope.ServiceProvider, new StoppingClock(App.Clock, stopped + 1, stop));
            try
            {
                Assert.Null((await import.Handle(handedIn, new ImportOptions(Today), shown: null, withPosts: true, stop.Token)).Refusal);
                done = true;
            }
            catch (OperationCanceledException)
            {
                stopped++;
                Assert.Equal(before, await App.Read(db => db.People.CountAsync()));
            }
        }

        Assert.InRange(stopped, 2, 49);
        Assert.Equal((before + People, 2), await App.Read(async db => (await db.People.CountAsync(), await db.ImportedRosters.CountAsync())));
    }

    /// <summary>Stops at the so many-th question.</summary>
    private sealed class StoppingClock(TimeProvider clock, int at, CancellationTokenSource stop) : TimeProvider
    {
        private int asked;

        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override DateTimeOffset GetUtcNow()
        {
            if (++asked == at) stop.Cancel();
            return clock.GetUtcNow();
        }
    }
}
