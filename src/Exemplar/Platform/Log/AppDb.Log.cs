using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<LogTile> LogTiles => Set<LogTile>();
    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();
    public DbSet<LogCheck> LogChecks => Set<LogCheck>();

    /// <summary>Written once, after the last save of a commit, so that they show the records after every change of it.</summary>
    private Task WriteLog(CancellationToken ct)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;   // everything is saved: only what was deleted is asked for
        foreach (var (record, entry) in logged) entry.Describe(Entry(record).State is EntityState.Detached ? CanonicalJson.Nothing : CanonicalJson.Of(Model, record));
        ChangeTracker.AutoDetectChangesEnabled = true;
        return this.InsertSet(Model.FindEntityType(typeof(LogEntry))!, logged.Values, ct);
    }
}
