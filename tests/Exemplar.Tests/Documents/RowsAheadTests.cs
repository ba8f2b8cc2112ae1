using System.Runtime.CompilerServices;
using Exemplar.Documents.Sheets;

namespace Exemplar.Tests.Documents;

public sealed class RowsAheadTests
{
    private int read;
    private bool hasEnded;

    [Fact]
    public async Task All_rows_come_in_their_order_in_blocks()
    {
        var blocks = await Rows(25).ReadAhead(10, default).ToListAsync();
        Assert.Equal([10, 10, 5], blocks.Select(b => b.Length));
        Assert.Equal(Enumerable.Range(1, 25), blocks.SelectMany(b => b));
    }

    [Fact]
    public async Task No_more_than_a_few_blocks_are_read_ahead_of_who_uses_them()
    {
        var most = 0;
        var used = 0;
        await foreach (var block in Rows(1000).ReadAhead(10, default))
        {
            used += block.Length;
            await Task.Delay(1);
            most = Math.Max(most, Volatile.Read(ref read) - used);
        }
        Assert.InRange(most, 1, 31);   // two blocks wait, one waits for its place, and one row was asked for to begin it
    }

    [Fact]
    public async Task Whoever_leaves_early_has_ended_the_reading()
    {
        await foreach (var _ in Rows(1_000_000).ReadAhead(10, default)) break;
        Assert.True(hasEnded);
        Assert.InRange(read, 10, 100);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_and_is_told()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Rows(1_000_000).ReadAhead(10, stop.Token)) await stop.CancelAsync();
        });
        Assert.True(hasEnded);
        Assert.InRange(read, 10, 100);
    }

    [Fact]
    public async Task A_failure_reaches_whoever_uses_the_rows()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Rows(25, failsAfter: 15).ReadAhead(10, default).CountAsync());
        Assert.Equal("row 16", failure.Message);
    }

    private async IAsyncEnumerable<int> Rows(int count, int failsAfter = int.MaxValue, [EnumeratorCancellation] CancellationToken ct = default)
    {
        try
        {
            for (var i = 1; i <= count; i++)
            {
                ct.ThrowIfCancellationRequested();
                if (i > failsAfter) throw new InvalidOperationException($"row {i}");
                Interlocked.Increment(ref read);
                yield return i;
            }
            await Task.CompletedTask;
        }
        finally
        {
            hasEnded = true;
        }
    }
}
