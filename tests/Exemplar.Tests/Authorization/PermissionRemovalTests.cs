using System.Diagnostics;
using Exemplar.Agenda;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Xunit.Abstractions;

namespace Exemplar.Tests.Authorization;

/// <summary>
/// Takes the permission from one page after another and asks the lines of that page: if the matrix stayed green without it,
/// it would not hold it either. A sample of the pages; all of them with EXEMPLAR_TORTURE=1.
/// </summary>
[Collection(AuthorizationMatrix.Name)]
public sealed class PermissionRemovalTests(Fixture fixture, ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20260310, Sample = 15;

    /// <summary>Each page that stands behind a permission, with its lines.</summary>
    private static IEnumerable<IGrouping<string, PolicyRow>> Guarded => Policy.Rows.Where(r => r.IsGuarded).GroupBy(r => r.Pattern);

    [Fact]
    public Task Without_its_permission_a_page_turns_the_matrix_red() => EachIsFound("nothing", null);

    [Fact]
    public Task Opened_to_everybody_a_page_turns_the_matrix_red() => EachIsFound("everybody", new AllowAnonymousAttribute());

    /// <summary>
    /// The weakest permission that is left. Where a page's handler asks for the permission once more and the object has no
    /// place in the tree, nothing changes outside: such a page is held twice, and is counted.
    /// </summary>
    [Fact]
    public async Task Opened_to_every_account_a_page_turns_the_matrix_red_or_is_held_by_its_handler()
    {
        var (found, held) = await Try("every account", new NeedsAttribute(SecurityCapability.OwnAccount), Guarded.Where(page => !IsOfEveryAccount(page)));

        Assert.NotEmpty(found);
        var rows = held.SelectMany(pattern => Policy.Rows.Where(r => r.Pattern == pattern)).ToList();
        Assert.All(rows, row => Assert.True(row.Object is "-" or "roster" or "register" or "term-sheet" or "passkey" or "feed" or "installation" or "checkpoint" || row.Way is "list" or "ids", $"{row.Address} has a place and was not missed"));
    }

    private static bool IsOfEveryAccount(IGrouping<string, PolicyRow> page) => page.First().For(Principal.Nobody, Relation.Own) == 'A';

    private async Task EachIsFound(string left, object? door)
    {
        var (found, missed) = await Try(left, door, Guarded);
        Assert.NotEmpty(found);
        Assert.Empty(missed);
    }

    private async Task<(IReadOnlyList<string> Found, IReadOnlyList<string> Missed)> Try(string left, object? door, IEnumerable<IGrouping<string, PolicyRow>> pages)
    {
        var all = pages.ToList();
        var tried = Torture.IsOn ? all : [.. new Random(Seed).GetItems([.. all], Sample).Distinct()];
        var (found, missed, calls, began) = (new List<string>(), new List<string>(), 0, Stopwatch.GetTimestamp());
        foreach (var page in tried)
        {
            fixture.Doors.Make(page.Key, door);
            var run = new MatrixRun(fixture);
            var faults = await run.Ask(Cells.Of(fixture, page, Principal.All, Enum.GetValues<Relation>()), most: 1);
            Assert.True(fixture.Doors.WasMet, page.Key);
            (faults.Count > 0 ? found : missed).Add(page.Key);
            calls += run.Calls;
        }
        fixture.Doors.Undo();
        output.WriteLine($"open to {left}: {found.Count} of {tried.Count} pages found ({all.Count} in all), {missed.Count} held elsewhere; {calls} calls in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        if (missed.Count > 0) output.WriteLine($"held elsewhere: {string.Join(' ', missed)}");
        return (found, missed);
    }

    public void Dispose() => fixture.Doors.Undo();
}
