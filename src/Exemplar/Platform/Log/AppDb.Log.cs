using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<LogTile> LogTiles => Set<LogTile>();
    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();
    public DbSet<LogCheck> LogChecks => Set<LogCheck>();

    /// <summary>Written once, with the last save of a commit, so that they show the records after every change of it.</summary>
    private void WriteLog()
    {
        foreach (var (record, entry) in logged)
        {
            entry.Describe(Entry(record).State is EntityState.Deleted or EntityState.Detached ? CanonicalJson.Nothing : CanonicalJson.Of(Model, record));
            Add(entry);
        }
        ending = false;
    }
}
