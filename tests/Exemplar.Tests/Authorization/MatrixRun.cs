using System.Collections.Concurrent;
using System.Diagnostics;

namespace Exemplar.Tests.Authorization;

/// <summary>Asks all the cells, two at a time, and says where the answer is not the expected one.</summary>
internal sealed class MatrixRun(Fixture fixture)
{
    /// <summary>Left by a refusal behind a permission, and by nothing else.</summary>
    public const string Trace = "SecurityEvents";

    private readonly ConcurrentQueue<string> faults = new();
    private Func<Cell, Session> sessionOf = null!;

    /// <summary>Refusals that must each have left one row.</summary>
    public int Refusals => refusals;
    private int refusals;

    /// <summary>The lines that say that an empty form does something, and nothing was written by any.</summary>
    public IEnumerable<string> Idle => acted.Where(a => a.Value.Writes.Count == 0).Select(a => $"policy.txt {a.Key} says acts, and nothing was done ({a.Value.Status} {a.Value.Error})");
    private readonly ConcurrentDictionary<int, Answer> acted = new();

    public TimeSpan Took { get; private set; }
    public int Calls { get; private set; }

    /// <param name="session">Whose cookie to send; by default that of the principal.</param>
    /// <param name="most">Ask no more when there are so many faults.</param>
    public async Task<IReadOnlyList<string>> Ask(IEnumerable<Cell> cells, Func<Cell, Session>? session = null, int most = int.MaxValue)
    {
        sessionOf = session ?? (cell => fixture.SessionOf(cell.Principal, cell.Seat));
        var began = Stopwatch.GetTimestamp();
        using var caller = fixture.Caller();
        // Endpoint after endpoint: within one, answers change nothing that another cell hangs on.
        foreach (var endpoint in cells.GroupBy(c => (c.Row.Line, c.Method)))
        {
            if (faults.Count >= most) break;
            await Parallel.ForEachAsync(endpoint.GroupBy(c => c.Call), new ParallelOptions { MaxDegreeOfParallelism = endpoint.Any(c => c.MayWrite) ? 1 : 2 },
                async (call, _) => { if (faults.Count < most) await Ask(caller, [.. call]); });
        }
        (Took, Calls) = (Stopwatch.GetElapsedTime(began), caller.Calls);
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    private async Task Ask(Caller caller, IReadOnlyList<Cell> cells)
    {
        var first = cells[0];
        var session = first.Row.Pattern is "/sign-in" or "/sign-in/code" or "/sign-in/passkey" or "/set-up" or "/invitation" ? fixture.Stranger : sessionOf(first);
        var answer = await caller.Send(session, first.Method, first.Address);
        if (first.Row.Pattern == "/sign-out" && first.Method == "POST") await fixture.SignInAgain(first.Principal, first.Seat);
        if (answer.Letter is "D" or "H" && first.Row.IsGuarded) Interlocked.Increment(ref refusals);
        if (first.MayWrite) acted.AddOrUpdate(first.Row.Line, answer, (_, before) => before.Writes.Count > 0 ? before : answer);
        foreach (var cell in cells)
            if (Fault(cell, answer) is { } fault) faults.Enqueue($"{cell}: {fault}");
    }

    /// <summary>Null when the answer is the expected one in all respects.</summary>
    public static string? Fault(Cell cell, Answer answer)
    {
        if (cell.IsList && answer.Letter == "A" && cell.Expected is 'A' or 'H')
        {
            var shows = answer.Text.Contains(cell.Mark, StringComparison.Ordinal);
            if (shows != (cell.Expected == 'A')) return shows ? "shows what must not be seen here" : "does not show it";
        }
        else if (answer.Letter != cell.Expected.ToString())
        {
            return $"expected {cell.Expected}, not {answer.Letter} ({answer.Status})";
        }
        if (answer.Letter is "D" or "H" && cell.Mark.Length > 0 && answer.Text.Contains(cell.Mark, StringComparison.Ordinal)) return "the refusal names what it hides";
        if (answer.Letter is "D" or "H" && cell.Row.IsGuarded) return answer.Writes is [Trace] ? null : $"leaves {(answer.Writes.Count == 0 ? "nothing" : string.Join(", ", answer.Writes))} and not one row in {Trace}";
        return cell.MayWrite || answer.Writes.Count == 0 ? null : $"writes to {string.Join(", ", answer.Writes)}";
    }
}
