using System.Text;
using Exemplar.Platform.Log.Keys;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>The whole log as lines of JSON: every entry as the very bytes of its leaf, every checkpoint after the last entry that it seals, the public keys first. A stranger can verify it with this alone (docs/record-log.md).</summary>
public sealed class ExportLog(AppDb db, LogKeys keys)
{
    private const int EntriesPerRead = 2_000;

    /// <returns>How many entries were written.</returns>
    public async Task<long> Handle(Stream into, CancellationToken ct)
    {
        await using var lines = new StreamWriter(into, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await lines.WriteLineAsync("""{"format":"exemplar-log-export/1"}""");
        foreach (var key in keys.Known().Values) await lines.WriteLineAsync(Line("publicKey", key.Pem));

        var checkpoints = new Queue<LogCheckpoint>(await db.LogCheckpoints.AsNoTracking().OrderBy(c => c.Number).ToListAsync(ct));
        for (var (count, last) = (0L, 0L); ;)
        {
            var entries = await db.LogEntries.AsNoTracking().Where(e => e.Id > last).OrderBy(e => e.Id).Take(EntriesPerRead).ToListAsync(ct);
            foreach (var entry in entries)
            {
                await lines.WriteLineAsync(CanonicalJson.Of(db.Model, entry));
                (count, last) = (count + 1, entry.Id);
                while (checkpoints.TryPeek(out var next) && next.Size == count) await lines.WriteLineAsync(Line("checkpoint", checkpoints.Dequeue().Text));
            }
            if (entries.Count == EntriesPerRead) continue;
            foreach (var beyond in checkpoints) await lines.WriteLineAsync(Line("checkpoint", beyond.Text));   // of entries that are gone: whoever checks shall see it
            return count;
        }
    }

    private static string Line(string name, string text)
    {
        var json = new StringBuilder($"{{\"{name}\":");
        CanonicalJson.Write(json, text);
        return json.Append('}').ToString();
    }
}
