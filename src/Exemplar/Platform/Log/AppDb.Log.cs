using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<LogTile> LogTiles => Set<LogTile>();
    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();
    public DbSet<LogCheck> LogChecks => Set<LogCheck>();

    /// <summary>Before a save: the entry as the record is now. One that an earlier save of the commit has written stays; what changed since is entered after it.</summary>
    private void Enter(object record, LogEntry entry)
    {
        var isGone = Entry(record).State is EntityState.Deleted or EntityState.Detached;
        var body = isGone ? CanonicalJson.Nothing : CanonicalJson.Of(Model, record);
        if (Entry(entry).State is EntityState.Unchanged && entry.Body != body) logged[record] = entry = entry.Again();
        entry.Describe(body);
        if (Entry(entry).State is EntityState.Detached) Add(entry);
    }
}
