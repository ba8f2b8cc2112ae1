using Exemplar.Platform.Search;
using Exemplar.Platform.Security.Audit;

namespace Exemplar.Platform.Backup;

/// <summary>
/// A new program folder meets the data of an older one: the database is copied, then brought up to this program. Killed on the way,
/// the next start goes on. <c>files/</c> are not copied: no upgrade changes them, and the copy names the same ones.
/// </summary>
/// <param name="folder">Where the copies lie, one folder for each upgrade; <c>exemplar restore</c> reads them.</param>
internal sealed class UpgradeTables(string folder, AppDb db, MakeBackup backup, TimeProvider clock, ILogger<UpgradeTables> log)
{
    /// <summary>What an older program says of the data of a newer one.</summary>
    public Refusal TooNew => new($"""
        这些数据已经由更新的版本打开过，这个版本不认识，没有启动，数据没有动。请用原来那个更新的程序文件夹启动。
        一定要回到这个版本：先把数据目录里的 exemplar.db 移到别处，再恢复升级前的副本（{(db.Database.IsSqlite() ? $"exemplar restore {folder} 里最近的一个" : "pg_dump 的备份")}）；升级以后登记的内容不在里面。
        """);

    public async Task<Refusal?> Handle(bool hasData, CancellationToken ct)
    {
        if (hasData && await Copy(ct) is { } refusal) return refusal;
        await TableHistory.ClearStaleLock(db.Database, ct);
        await db.Database.MigrateAsync(ct);
        await db.Database.MakeSearchTables(ct);
        await db.Database.MakeLogGuards(ct);
        await db.Database.MakeSecurityTables(ct);
        await TableHistory.Finish(db.Database, ct);
        if (hasData) log.LogInformation("已升级到这个版本");
        return null;
    }

    private async Task<Refusal?> Copy(CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            log.LogInformation("正在升级 PostgreSQL 里的数据；升级前的备份由 pg_dump 做，这里不做");
            return null;
        }
        var to = Path.Combine(folder, $"{clock.GetUtcNow().InOffice():yyyyMMdd-HHmmss}");
        log.LogInformation("正在升级数据，升级前的副本放在 {Folder}", to);
        return (await backup.Handle(to, withFiles: false, ct)).Refusal;
    }
}
