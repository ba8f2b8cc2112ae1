using Exemplar.Platform.Security.Audit;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Exemplar.Tests.Authorization;

/// <summary>Every endpoint × every principal × every relation of the object, with a living account, against the reviewed policy.</summary>
[Collection(AuthorizationMatrix.Name)]
public sealed class MatrixTests(Fixture fixture, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_door_answers_everybody_as_the_policy_says_and_each_refusal_leaves_one_row()
    {
        var run = new MatrixRun(fixture);
        var noted = await Noted();
        var faults = await run.Ask(Cells.Of(fixture, Policy.Rows, Principal.All, Enum.GetValues<Relation>()));

        output.WriteLine($"{run.Calls} calls in {run.Took.TotalSeconds:F1} s; {Policy.Rows.Count} lines, {run.Refusals} refusals");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults)}");
        Assert.Equal(run.Refusals, await Noted() - noted);
        foreach (var idle in run.Idle) output.WriteLine(idle);   // no fault: another test may have done it first
    }

    /// <summary>The ear at the database could miss something; the tables themselves cannot.</summary>
    [Fact]
    public async Task Refusals_change_no_table_but_their_own()
    {
        var before = await fixture.App.Snapshot();
        var run = new MatrixRun(fixture);
        var principals = Torture.IsOn ? Principal.All : [Principal.Nobody, .. Principal.WithRole.Where(p => p.Name is "secretary" or "inspector" or "audit-admin")];
        var refused = Cells.Of(fixture, Policy.Rows.Where(r => r.IsGuarded), principals, [Relation.Own, Relation.Sibling]).Where(c => c.Expected is not 'A' && !c.IsList);
        var faults = await run.Ask(refused);

        output.WriteLine($"{run.Calls} refused calls in {run.Took.TotalSeconds:F1} s");
        Assert.Empty(faults);
        var after = await fixture.App.Snapshot();
        Assert.NotEqual(before[MatrixRun.Trace], after[MatrixRun.Trace]);
        Assert.Empty(before.Keys.Where(table => table != MatrixRun.Trace && before[table] != after[table]));
    }

    [Fact]
    public void Every_endpoint_has_a_line_and_every_line_an_endpoint()
    {
        var (endpoints, lines) = (Endpoints.Of(fixture.Addresses), Policy.Rows.SelectMany(Endpoints.Of).ToHashSet());
        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.Except(lines));
        Assert.Empty(lines.Except(endpoints));
    }

    [Fact]
    public void A_line_speaks_only_of_objects_that_lie_in_the_tree_and_in_every_relation()
    {
        string[] elsewhere = ["-", "status", "path", "feed", "feed-secret", "roster", "register", "term-sheet", "passkey", "installation", "checkpoint"];
        Assert.Empty(Policy.Rows.Where(r => !elsewhere.Contains(r.Object))
            .SelectMany(r => Enum.GetValues<Relation>().Where(relation => Principal.WithRole.Any(p => r.For(p, relation) is 'A' or 'H') && fixture.Objects.Find(r.Object, relation, 0) is null).Select(relation => $"{r.Line}: no {r.Object} {relation}")));
    }

    [Theory]
    [InlineData("GET /units | - | member: A", "four columns")]
    [InlineData("GET /units | - | plumber: A | why", "nobody is called plumber")]
    [InlineData("GET /units | - | member: AAB | why", "AAB")]
    [InlineData("GET /units | - | member: A; member: D | why", "member stands there twice")]
    public void A_line_that_cannot_be_read_is_named(string line, string fault) =>
        Assert.Contains(fault, Assert.Throws<FormatException>(() => Policy.Read([line])).Message, StringComparison.Ordinal);

    private Task<int> Noted() => fixture.App.Read(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.Forbidden || e.Kind == SecurityEventKind.NotShown));
}
