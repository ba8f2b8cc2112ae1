using Exemplar.Platform.Files;
using Exemplar.Platform.Log.Sealing;
using Microsoft.Data.Sqlite;

namespace Exemplar.Platform.Backup;

/// <summary>
/// Copies the database while it is in use, then every file that the copy names (files are never changed, so none can be missing),
/// and the checkpoints. The keys stay where they are: whoever has a backup must not have the keys to what is sealed in it.
/// </summary>
public sealed class MakeBackup(AppDb db, FileStore store, CheckpointFiles checkpoints, TimeProvider clock)
{
    public Task<Result<BackupManifest>> Handle(string folder, CancellationToken ct) => Handle(folder, withFiles: true, ct);

    /// <param name="withFiles">False: the database alone, to go back to beside the files that it names.</param>
    public async Task<Result<BackupManifest>> Handle(string folder, bool withFiles, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return new Refusal("数据在 PostgreSQL 里：数据库请用 pg_dump 备份，再另外复制数据目录里的 files 和 checkpoints");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return new Refusal($"{folder} 不是空目录，请换一个");
        Directory.CreateDirectory(folder);

        var copy = Path.Combine(folder, "exemplar.db");
        await db.Database.ExecuteSqlAsync($"vacuum into {copy}", ct);
        await using (var written = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);

        List<BackupFile> files = [await BackupFile.Of(folder, "exemplar.db", ct)];
        foreach (var sha256 in withFiles ? await Named(copy, ct) : []) files.Add(await BackupFile.Copy(store.PathOf(sha256), folder, $"files/{sha256[..2]}/{sha256}", ct));
        foreach (var file in withFiles && Directory.Exists(checkpoints.Folder) ? Directory.GetFiles(checkpoints.Folder, "*.txt").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            files.Add(await BackupFile.Copy(file, folder, $"checkpoints/{Path.GetFileName(file)}", ct));

        var manifest = new BackupManifest(clock.GetUtcNow(), files);
        await manifest.Write(folder, ct);
        return manifest;
    }

    private static async Task<List<string>> Named(string database, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """select distinct "Sha256" from "Files" order by 1""";
        await using var rows = await command.ExecuteReaderAsync(ct);
        var named = new List<string>();
        while (await rows.ReadAsync(ct)) named.Add(rows.GetString(0));
        return named;
    }
}
