using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Data;

/// <summary>What a write rests on may be read before its turn, as long as it still holds when the turn comes.</summary>
public sealed class BeforeTurnTests : HouseTests
{
    private static readonly Act Nobody = new(null, null, TestApp.Start);
    private readonly List<int> read = [];

    [Fact]
    public async Task What_was_read_is_used_where_nothing_has_changed()
    {
        Assert.Equal(0, await Count(meanwhile: () => Task.CompletedTask, "Unit"));
        Assert.Equal([0], read);
    }

    [Fact]
    public async Task Where_a_record_of_its_type_has_changed_meanwhile_it_is_read_again()
    {
        Assert.Equal(1, await Count(meanwhile: () => Add(Guid.CreateVersion7(), 1001), "Unit"));
        Assert.Equal([0, 1], read);
    }

    [Fact]
    public async Task What_changes_elsewhere_does_not_concern_it()
    {
        Assert.Equal(0, await Count(meanwhile: () => Add(Guid.CreateVersion7(), 1001), "Meeting"));
        Assert.Equal([0], read);
    }

    [Fact]
    public async Task A_second_run_after_a_rival_reads_again()
    {
        var (id, runs) = (Guid.CreateVersion7(), 0);
        await Add(id, 1001);
        var kept = await App.Read(db => db.Commit<string, int>(ct => Look(db, ct), (_, entry) => entry.Type == "Unit", async (seen, ct) =>
        {
            if (runs++ == 0) Found(db, id, 1002);
            await Task.CompletedTask;
            return read.Count;
        }, default));
        Assert.Equal((2, 2), (kept.Value, runs));
    }

    private async Task<int> Count(Func<Task> meanwhile, string restsOn) => (await App.Read(db => db.Commit<string, int>(async ct =>
    {
        var seen = await Look(db, ct);
        if (read.Count == 1) await meanwhile();
        return seen;
    }, (_, entry) => entry.Type == restsOn, (seen, _) => Task.FromResult<Result<int>>(int.Parse(seen, null)), default))).Value;

    private async Task<string> Look(AppDb db, CancellationToken ct)
    {
        read.Add(await db.Units.CountAsync(u => u.Name.EndsWith("号科"), ct));
        return $"{read[^1]}";
    }

    private Task<Result<int>> Add(Guid id, int order) => App.Read(db => db.Commit<int>((db, _) =>
    {
        Found(db, id, order);
        return Task.FromResult<Result<int>>(0);
    }, default));

    private void Found(AppDb db, Guid id, int order)
    {
        var unit = Unit.Found(id, UnitKind.Department, $"{order}号科", House.Office, order, order).Value!;
        db.Add(unit);
        db.Log(Nobody, "units.add", unit);
    }
}
