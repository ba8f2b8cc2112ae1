using Exemplar.Tests.Support;
using Xunit.Abstractions;

namespace Exemplar.Tests.Authorization;

/// <summary>Every endpoint × every principal × every relation of the object, with a living account, against the reviewed policy.</summary>
[Collection(AuthorizationMatrix.Name)]
public sealed class MatrixTests(Fixture fixture, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_door_answers_everybody_as_the_policy_says()
    {
        var run = new MatrixRun(fixture);
        var faults = await run.Ask(Cells.Of(fixture, Policy.Rows, Principal.All, Enum.GetValues<Relation>()));

        output.WriteLine($"{run.Calls} calls in {run.Took.TotalSeconds:F1} s");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults)}");
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
        string[] elsewhere = ["-", "status", "path", "feed", "feed-secret", "roster", "installation"];
        Assert.Empty(Policy.Rows.Where(r => !elsewhere.Contains(r.Object))
            .SelectMany(r => Enum.GetValues<Relation>().Where(relation => r.For(Principal.WithRole[0], relation) != '.' && fixture.Objects.Find(r.Object, relation, 0) is null).Select(relation => $"{r.Line}: no {r.Object} {relation}")));
    }

    [Theory]
    [InlineData("GET /units | - | member: A", "four columns")]
    [InlineData("GET /units | - | plumber: A | why", "nobody is called plumber")]
    [InlineData("GET /units | - | member: AAB | why", "AAB")]
    [InlineData("GET /units | - | member: A; member: D | why", "member stands there twice")]
    public void A_line_that_cannot_be_read_is_named(string line, string fault) =>
        Assert.Contains(fault, Assert.Throws<FormatException>(() => Policy.Read([line])).Message, StringComparison.Ordinal);
}
