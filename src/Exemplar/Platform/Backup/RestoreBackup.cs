namespace Exemplar.Platform.Backup;

/// <summary>
/// Puts a backup into a data folder that holds no database. Everything is read and compared before anything is written. Keys and newer
/// checkpoints that lie there already stay: by the latter an old backup is known for what it is.
/// </summary>
public static class RestoreBackup
{
    public static async Task<Result<BackupManifest>> Handle(string backup, string dataFolder, CancellationToken ct)
    {
        if (await BackupManifest.Read(backup, ct) is not { } manifest) return new Refusal($"{backup} 不是一份完整的备份（没有 {BackupManifest.Name}，或者读不出来）");
        if (File.Exists(Path.Combine(dataFolder, "exemplar.db"))) return new Refusal($"{dataFolder} 里已经有数据，请先移走，或者换一个空目录");
        foreach (var file in manifest.Files)
        {
            if (file.Path is not "exemplar.db" && !file.Path.StartsWith("files/", StringComparison.Ordinal) && !(file.Path.StartsWith("checkpoints/", StringComparison.Ordinal) && file.Path.EndsWith(".txt", StringComparison.Ordinal)))
                return new Refusal($"备份清单里的“{file.Path}”不属于备份（密钥从不在备份里），不能恢复");
            if (Path.IsPathRooted(file.Path) || file.Path.Split('/').Contains("..")) return new Refusal($"备份清单里的“{file.Path}”不在备份目录里，不能恢复");
            if (!await file.IsWhole(backup, ct)) return new Refusal($"备份里的 {file.Path} 缺失或者和清单不一致，没有恢复任何内容");
        }

        Directory.CreateDirectory(dataFolder);
        // The database last: until it is there, nothing starts on half a backup.
        foreach (var file in manifest.Files.OrderBy(f => f.Path == "exemplar.db"))
        {
            var to = Path.Combine(dataFolder, file.Path);
            if (File.Exists(to)) continue;
            var draft = $"{file.Path}.restoring";
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Delete(Path.Combine(dataFolder, draft));   // of an earlier attempt
            await BackupFile.Copy(Path.Combine(backup, file.Path), dataFolder, draft, ct);
            File.Move(Path.Combine(dataFolder, draft), to);
        }
        return manifest;
    }
}
