namespace Exemplar.Platform.Jobs;

/// <summary>
/// How far one long commit is, counted in what it writes, and the handle that stops it. In this process' memory alone:
/// the commit is kept whole or not at all, so nothing of it outlives the process either.
/// </summary>
public sealed class LongWork : IDisposable
{
    /// <param name="Total">Of what is counted in this step; 0 while that is not known.</param>
    public sealed record Share(string Step, int Done, int Total)
    {
        public string InWords => Total > 0 ? $"{Step}：{Done:N0} / {Total:N0} 行" : $"{Step}……";
    }

    private readonly CancellationTokenSource stop = new();
    private volatile Share step = new("排队、核对", 0, 0);
    private int done;

    internal CancellationToken Stopped => stop.Token;
    internal int Holders { get; set; }
    public bool IsStopped => stop.IsCancellationRequested;
    public Share Now => step is var now && now.Total > 0 ? now with { Done = Math.Min(Volatile.Read(ref done), now.Total) } : step;

    /// <summary>Something else is being done from now on.</summary>
    /// <param name="of">How much of it there is, where that is known.</param>
    public void Begin(string what, int of = 0)
    {
        Volatile.Write(ref done, 0);
        step = new(what, 0, of);
    }

    /// <summary>How much of what has begun there is.</summary>
    public void Expect(int of) => Begin(step.Step, of);

    public void Count(int more = 1) => Interlocked.Add(ref done, more);

    /// <summary>The same rows, each counted when the next is asked for.</summary>
    public IEnumerable<T> Over<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
            Count();
        }
    }

    internal void Stop() => stop.Cancel();

    public void Dispose() => stop.Dispose();
}
