using Exemplar.Platform.Files;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Log.Verification;

/// <summary>Holds the whole database against its record log: triggers, checkpoints, every entry, every living record, the bytes of every file. Reads only, from one snapshot, in bounded memory.</summary>
public sealed class VerifyLog(AppDb db, LogKeys keys, CheckpointFiles files, FileStore store)
{
    /// <summary>The newest file of <c>checkpoints/</c> is held against the log as well: a database that was put back is older than it.</summary>
    /// <param name="kept">A checkpoint that was kept elsewhere; null for none.</param>
    /// <param name="trusted">The only public keys that count, such as those that were handed over with checkpoints; null for those in <c>keys/</c>, which lie beside the database.</param>
    public async Task<Verification> Handle(LogCheckpoint? kept, IReadOnlyList<VerifyingKey>? trusted, CancellationToken ct)
    {
        var known = trusted is null ? keys.Known() : trusted.DistinctBy(k => k.Id).ToDictionary(k => k.Id);
        List<Finding> findings = [];
        List<LogCheckpoint> outside = [.. new[] { kept, Newest(findings) }.OfType<LogCheckpoint>()];

        await using var snapshot = await Snapshot.Open(db, ct);
        findings.AddRange(await GuardCheck.FindMissing(snapshot, ct));
        findings.AddRange(await SchemaCheck.Find(snapshot, [.. Protected().DistinctBy(t => t.GetTableName())], ct));
        var table = new StoredTable(RecordShape.Of(db.Model.FindEntityType(typeof(LogCheckpoint))!), snapshot.IsSqlite);
        var chain = await CheckpointChain.Load(snapshot, table, outside, known, ct);
        if (chain.Finding is { } broken) findings.Add(broken);

        var entries = new SealedEntries(snapshot, db.Model, chain);
        if (await entries.FindFirst(ct) is { } entry) findings.Add(entry);
        var records = new LiveRecords(snapshot, db.Model);
        if (await records.FindFirst(ct) is { } record) findings.Add(record);
        if (await new FileBytes(snapshot, store).FindFirst(ct) is { } file) findings.Add(file);
        return new(findings, entries.Count, entries.Sealed, chain.Count, records.Count);
    }

    /// <summary>Tables whose every row is held against the log, records with their parts, and the log's own.</summary>
    public IEnumerable<string> Tables() => Protected().Select(t => t.GetTableName()!).Order(StringComparer.Ordinal);

    private IEnumerable<IEntityType> Protected() => LiveRecords.Shapes(db.Model).SelectMany(s => s.Parts.Select(p => p.Part!).Prepend(s)).Select(s => s.Type)
        .Concat(new[] { typeof(LogEntry), typeof(LogCheckpoint), typeof(LogTile) }.Select(t => db.Model.FindEntityType(t)!));

    private LogCheckpoint? Newest(List<Finding> findings)
    {
        if (files.Newest() is not { } text) return null;
        var newest = LogCheckpoint.ReadKept(text);
        if (newest is null) findings.Add(new("checkpoints/", "", "最新的封存点文件读不出来"));
        return newest;
    }
}
