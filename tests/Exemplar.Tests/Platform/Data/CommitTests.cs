using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Data;

public sealed class CommitTests : HouseTests
{
    private static readonly Act Nobody = new(null, null, TestApp.Start);

    private Task<int> Units => App.Read(db => db.Units.CountAsync());

    [Fact]
    public async Task A_record_that_changes_without_a_log_entry_fails_the_commit_and_nothing_is_kept()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            (await db.Units.SingleAsync(u => u.Id == House.General.Id, ct)).Rename("改了名的科");
            return 1;
        }, default)));

        Assert.Contains("without a log entry", failure.Message, StringComparison.Ordinal);
        Assert.Equal("综合科", await App.Read(db => db.Units.Where(u => u.Id == House.General.Id).Select(u => u.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_record_that_changes_outside_a_commit_fails() => await Assert.ThrowsAsync<InvalidOperationException>(() => App.Read(async db =>
    {
        db.Add(Unit(Guid.CreateVersion7()));
        return await db.SaveChangesAsync();
    }));

    [Fact]
    public async Task A_refusal_rolls_back_what_was_done_before_it_and_its_log()
    {
        var (units, log) = (await Units, await Log);
        var result = await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            Keep(db, Unit(Guid.CreateVersion7()));
            await db.SaveChangesAsync(ct);   // even what has reached the database
            return new Refusal("不行");
        }, default));

        Assert.Equal("不行", result.Refusal?.Message);
        Assert.Equal((units, log), (await Units, await Log));
    }

    [Fact]
    public async Task A_failure_rolls_back_as_well()
    {
        var (units, log) = (await Units, await Log);
        await Assert.ThrowsAsync<NotFound>(() => App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            Keep(db, Unit(Guid.CreateVersion7()));
            await db.SaveChangesAsync(ct);
            throw new NotFound("x");
        }, default)));
        Assert.Equal((units, log), (await Units, await Log));
    }

    [Fact]
    public async Task An_id_that_a_rival_kept_just_before_is_found_by_the_second_try()
    {
        var (id, runs) = (Guid.CreateVersion7(), 0);
        await App.Given(Unit(id, "对手先存的"));
        var result = await App.Read(db => db.Commit<string>(async (db, ct) =>
        {
            if (++runs > 1) return (await db.Units.SingleAsync(u => u.Id == id, ct)).Name;
            Keep(db, Unit(id, "后来的"));   // as if the look before it had come too early
            return "";
        }, default));

        Assert.Equal(("对手先存的", 2), (result.Value, runs));
    }

    [Fact]
    public async Task An_id_that_stays_taken_is_tried_twice_and_no_more()
    {
        var runs = 0;
        await Assert.ThrowsAsync<DbUpdateException>(() => App.Read(db => db.Commit<int>((db, ct) =>
        {
            runs++;
            Keep(db, Unit(House.General.Id));
            return Task.FromResult<Result<int>>(1);
        }, default)));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Who_changes_what_somebody_else_changed_meanwhile_is_stale()
    {
        var task = await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General);
        var id = task.Assignments[0].Id;
        await using var scope = App.Services.CreateAsyncScope();
        var late = scope.ServiceProvider.GetRequiredService<AppDb>();
        var held = await late.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == id);
        await App.Read(db => db.Commit<int>(async (db, ct) => Report(db, await db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == id, ct), "先到"), default));

        await Assert.ThrowsAsync<Stale>(() => late.Commit<int>((db, ct) => Task.FromResult(Report(db, held, "后到")), default));

        Assert.Equal(["", "先到"], await App.Read(db => db.AssignmentSteps.Where(s => s.AssignmentId == id).OrderBy(s => s.Id).Select(s => s.Text).ToListAsync()));
    }

    [Fact]
    public async Task The_entry_shows_the_record_with_its_parts_as_it_is_after_the_commit()
    {
        var task = await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General);
        var id = task.Assignments[0].Id;
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            var assignment = await db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == id, ct);
            db.Log(Nobody, "tasks.receive", assignment);   // logged before it changes
            assignment.Receive(Nobody);
            return 1;
        }, default));

        var live = await App.Read(async db => CanonicalJson.Of(db.Model, await db.Assignments.AsNoTracking().Include(a => a.Steps).SingleAsync(a => a.Id == id)));
        Assert.Equal(live, await App.Read(db => db.LogEntries.Where(e => e.RecordId == id).OrderByDescending(e => e.Id).Select(e => e.Body).FirstAsync()));
    }

    private Task<int> Log => App.Read(db => db.LogEntries.CountAsync());

    private Unit Unit(Guid id, string name = "新科") => Exemplar.Organization.Unit.Found(id, UnitKind.Department, name, House.Office, 900, 900).Value!;

    private static void Keep(AppDb db, Unit unit)
    {
        db.Add(unit);
        db.Log(Nobody, "units.change", unit);
    }

    private static Result<int> Report(AppDb db, Assignment assignment, string text)
    {
        Assert.Null(assignment.Report(Nobody with { Person = Guid.CreateVersion7() }, text, null));
        db.Log(Nobody, TasksCapability.Report, assignment);
        return 1;
    }
}
