using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Exemplar.Documents.Sheets;

internal static class RowsAhead
{
    private const int Blocks = 2;

    /// <summary>
    /// The rows in blocks, read by another thread while the last block is being used: a query and a compressor need one
    /// processor each. At most <see cref="Blocks"/> wait. Whoever stops early has stopped the reading too, and its database
    /// is free again, before the loop is left.
    /// </summary>
    public static async IAsyncEnumerable<T[]> ReadAhead<T>(this IAsyncEnumerable<T> rows, int size, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var blocks = Channel.CreateBounded<T[]>(new BoundedChannelOptions(Blocks) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(rows, size, blocks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync(ct)) yield return block;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Ends the channel in any case; a failure reaches whoever reads it.</summary>
    private static async Task Read<T>(IAsyncEnumerable<T> rows, int size, ChannelWriter<T[]> blocks, CancellationToken ct)
    {
        try
        {
            await foreach (var block in rows.Chunk(size).WithCancellation(ct)) await blocks.WriteAsync(block, ct);
            blocks.Complete();
        }
        catch (Exception failure)
        {
            blocks.Complete(failure);
        }
    }
}
