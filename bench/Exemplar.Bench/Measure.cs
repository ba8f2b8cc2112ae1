using System.Diagnostics;

namespace Exemplar.Bench;

/// <summary>Two ways to do one thing, timed in turns: what the machine does beside us falls on both.</summary>
internal static class Measure
{
    private const int Rounds = 9;

    // The runtime compiles quickly, counts calls, then compiles well. Three rounds of a short work were still its first attempt.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>The median time of each in milliseconds.</summary>
    public static async Task<(double Ours, double Raw)> Alternate(Func<Task> ours, Func<Task> raw, int rounds = Rounds)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < WarmUp;)
        {
            await ours();
            await raw();
        }
        var (oursTook, rawTook) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            oursTook.Add(await Time(ours));
            rawTook.Add(await Time(raw));
        }
        return (Median(oursTook), Median(rawTook));
    }

    public static Task<(double Ours, double Raw)> Alternate(Action ours, Action raw, int repeat) => Alternate(Repeated(ours, repeat), Repeated(raw, repeat));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static Func<Task> Repeated(Action action, int repeat) => () =>
    {
        for (var i = 0; i < repeat; i++) action();
        return Task.CompletedTask;
    };

    public static double Time(Func<int> work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
