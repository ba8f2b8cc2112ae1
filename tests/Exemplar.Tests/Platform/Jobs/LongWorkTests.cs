using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.Platform.Jobs;
using Exemplar.Platform.Log;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Jobs;

public sealed class LongWorkTests : HouseTests
{
    private static readonly Act Act = new(null, null, TestApp.Start);

    [Fact]
    public void It_counts_rows_as_they_are_taken_and_never_more_than_there_are()
    {
        using var work = new LongWork();
        Assert.Equal(new LongWork.Share("排队、核对", 0, 0), work.Now);
        work.Begin("写入人员");
        work.Expect(12_000);
        Assert.Equal(8_000, work.Over(Enumerable.Range(0, 12_000)).Take(8_001).Count() - 1);
        Assert.Equal("写入人员：8,000 / 12,000 行", work.Now.InWords);
        work.Count(9_999);
        Assert.Equal(new LongWork.Share("写入人员", 12_000, 12_000), work.Now);
        work.Begin("存盘");
        Assert.Equal("存盘……", work.Now.InWords);
    }

    [Fact]
    public async Task A_set_of_records_counts_the_records_their_parts_and_their_log_entries()
    {
        Person[] people = [.. Enumerable.Range(1, 3).Select(n =>
        {
            var person = new Person { Name = $"某{n}" };
            person.Memberships.AddRange(new[] { House.General, House.Secretariat }.Select(u => new Membership { PersonId = person.Id, UnitId = u.Id, From = new(2026, 1, 1) }));
            return person;
        })];
        LongWork.Share? seen = null;
        var works = App.Services.GetService(typeof(LongWorks)) as LongWorks;
        var id = Guid.CreateVersion7();
        var done = await App.Read(db => works!.Commit<int>(db, id, async (db, ct) =>
        {
            works.Find(id)!.Begin("写入人员");
            await db.InsertRecords(Act, "test", people, ct);
            seen = works.Find(id)!.Now;
            return 0;
        }, default));
        Assert.Null(done.Refusal);
        Assert.Equal(new LongWork.Share("写入人员", 12, 12), seen);   // 3 people, 6 memberships, 3 entries
        Assert.Null(works!.Find(id));
    }

    [Fact]
    public async Task What_is_stopped_is_refused_whole_for_everybody_who_sent_it_and_whoever_closes_the_window_stops_only_their_own()
    {
        var works = (LongWorks)App.Services.GetService(typeof(LongWorks))!;
        var id = Guid.CreateVersion7();
        Assert.False(works.Stop(id));

        TaskCompletionSource began = new(), go = new();
        var before = await App.Read(db => db.People.CountAsync());
        var first = Take(began, go, default);
        await began.Task;
        var second = Take(new(), go, default);
        using var window = new CancellationTokenSource();
        var closed = Take(new(), go, window.Token);
        while (works.Find(id)!.Holders < 3) await Task.Delay(10);
        await window.CancelAsync();
        Assert.True(works.Stop(id));
        go.SetResult();

        Assert.Same(LongWorks.Stopped, (await first).Refusal);
        Assert.Same(LongWorks.Stopped, (await second).Refusal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => closed);
        Assert.Equal(before, await App.Read(db => db.People.CountAsync()));
        Assert.Null(works.Find(id));

        Task<Result<int>> Take(TaskCompletionSource began, TaskCompletionSource go, CancellationToken ct) => App.Read(db => works.Commit<int>(db, id, async (db, ct) =>
        {
            began.TrySetResult();
            await go.Task;
            await db.InsertRecords(Act, "test", [new Person { Name = "某人" }], ct);
            return 0;
        }, ct));
    }
}
