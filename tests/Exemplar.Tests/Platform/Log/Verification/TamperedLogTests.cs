using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Exemplar.Tests.Platform.Log.Verification;

/// <summary>
/// Whatever somebody with the database in hand changes, the log and a kept checkpoint find it and name the row. Short here;
/// with EXEMPLAR_TORTURE=1 a thousand random edits and a hundred clean runs.
/// </summary>
public sealed partial class TamperedLogTests(SealedHouse house, ITestOutputHelper output) : IClassFixture<SealedHouse>
{
    private static readonly bool IsTorture = Environment.GetEnvironmentVariable("EXEMPLAR_TORTURE") == "1";
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("EXEMPLAR_SEED"), out var seed) ? seed : 20260310;

    private readonly Random random = new(Seed);

    [Fact]
    public async Task A_change_of_any_column_of_any_protected_table_is_found_and_the_row_is_named()
    {
        List<string> unseen = [];
        var (changed, empty) = (0, new List<string>());
        foreach (var table in await Tables())
            foreach (var column in table.Columns)
            {
                string? row = null;
                var seen = await Tamper(async tampering =>
                {
                    if (await tampering.Pick(table, column) is not var (key, value)) return;
                    row = Tampering.Name(key);
                    await tampering.Set(table, key, column, tampering.Other(column, value));
                });
                if (row is null) empty.Add(table.Name);
                else if (!Names(seen, table, row, isKey: table.Keys.Contains(column))) unseen.Add($"{table.Name}.{column.Name} of {row}: {Said(seen)}");
                changed++;
            }

        output.WriteLine($"seed {Seed}, {changed} columns");
        Assert.Empty(empty.Distinct());
        Assert.True(unseen.Count == 0, string.Join("\n", unseen));
        Assert.True(changed > 300);
    }

    [Fact]
    public async Task A_changed_or_missing_file_is_named()
    {
        var file = await house.Read(db => db.Files.AsNoTracking().OrderBy(f => f.Sha256).FirstAsync());
        var place = Path.Combine(house.DataFolder, "files", file.Sha256[..2], file.Sha256);
        var bytes = await File.ReadAllBytesAsync(place);
        var ids = await house.Read(db => db.Files.Where(f => f.Sha256 == file.Sha256).Select(f => f.Id).ToListAsync());
        try
        {
            await File.WriteAllBytesAsync(place, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
            var found = Assert.Single((await house.Verify()).Findings);
            Assert.True(found.Table == "Files" && ids.Contains(Guid.Parse(found.Row)) && found.What == "files/ 里的内容被改过", found.ToString());
            File.Delete(place);
            Assert.Equal("files/ 里没有这个文件", Assert.Single((await house.Verify()).Findings).What);
        }
        finally
        {
            await File.WriteAllBytesAsync(place, bytes);
        }
        Assert.Empty((await house.Verify()).Findings);
    }

    [Fact]
    public async Task Random_edits_are_found_and_clean_runs_raise_no_alarm()
    {
        var (edits, clean) = IsTorture ? (1000, 100) : (60, 3);
        List<string> unseen = [];
        var tables = await Tables();
        for (var i = 0; i < edits; i++)
        {
            var (what, table, row) = ("", tables[0], (string?)null);
            var seen = await Tamper(async tampering => (what, table, row) = await Edit(tampering, tables, i % 8));
            var isTakenAlong = what == "delete" && seen.Findings.Any(f => f.What.EndsWith("现在却不在", StringComparison.Ordinal));   // the deletion cascaded, and the first that is missing is another
            if (row is null ? seen.IsClean : !isTakenAlong && !Names(seen, table, row, isKey: false)) unseen.Add($"{i}: {what} {table.Name} {row}: {Said(seen)}");
        }
        output.WriteLine($"seed {Seed}, {edits} edits");
        Assert.True(unseen.Count == 0, string.Join("\n", unseen));
        for (var i = 0; i < clean; i++) Assert.Equal("", Said(await house.Verify(house.Kept)));
    }

    [Fact]
    public async Task Each_trigger_that_is_dropped_is_named_and_so_is_one_that_was_weakened()
    {
        foreach (var guard in await house.Read(db => Task.FromResult(db.Database.IsSqlite() ? LogGuards.OnSqlite : LogGuards.OnPostgres)))
        {
            var on = await house.Read(db => Task.FromResult(db.Database.IsSqlite() ? "" : $" on \"{guard.Table}\""));
            var seen = await house.Tamper(db => new Tampering(db, random).Run($"drop trigger \"{guard.Name}\"{on}"));
            Assert.Equal($"表 {guard.Table}：缺少触发器 {guard.Name}", Said(seen));

            seen = await house.Tamper(async db =>
            {
                var tampering = new Tampering(db, random);
                await tampering.Run($"drop trigger \"{guard.Name}\"{on}");
                await tampering.Run(on.Length == 0
                    ? guard.Sql.Replace("select raise(abort, 'the record log is only added to')", "select 1", StringComparison.Ordinal)
                    : guard.Sql.Replace("execute function", "execute procedure", StringComparison.Ordinal).Replace("update or delete", "update", StringComparison.Ordinal) + $"; alter table \"{guard.Table}\" disable trigger \"{guard.Name}\"");
            });
            Assert.Equal($"表 {guard.Table}：触发器 {guard.Name} 被改过", Said(seen));
        }
    }

    [Fact]
    public async Task Who_changes_a_record_its_entry_the_tiles_and_the_root_alike_is_stopped_by_the_signature()
    {
        var seen = await Tamper(async tampering =>
        {
            await tampering.Run("""update "LogEntries" set "Body" = replace("Body", '第一党支部', '第一支部') where "RecordType" = 'Unit'""");
            await tampering.Run("""update "Units" set "Name" = replace("Name", '第一党支部', '第一支部')""");
            await tampering.Run("""delete from "LogTiles" """);
            await tampering.Run("""update "LogCheckpoints" set "Root" = {0}""", new string('0', 64));
        });
        Assert.Contains("签名不符", Said(seen), StringComparison.Ordinal);
        Assert.Contains("与第", Said(seen), StringComparison.Ordinal);   // the kept one still tells that entries were changed
    }

    private async Task<(string What, Tampering.Table Table, string? Row)> Edit(Tampering tampering, IReadOnlyList<Tampering.Table> tables, int kind)
    {
        var log = tables.Single(t => t.Name == "LogEntries");
        var table = tables[random.Next(tables.Count)];
        var records = tables.Where(t => t.IsRecordOrPart).ToList();
        switch (kind)
        {
            case 0 or 1:
                var column = table.Columns.Except(table.Keys).ElementAt(random.Next(table.Columns.Except(table.Keys).Count()));
                var (key, value) = (await tampering.Pick(table, column))!.Value;
                await tampering.Set(table, key, column, tampering.Other(column, value));
                return ($"change {column.Name}", table, Tampering.Name(key));
            case 2:
                table = records[random.Next(records.Count)];
                key = (await tampering.Pick(table, table.Keys[0]))!.Value.Key;
                await tampering.Delete(table, key);
                return ("delete", table, Tampering.Name(key));
            case 3:
                table = records.Where(t => !t.HasUnique).ElementAt(random.Next(records.Count(t => !t.HasUnique)));
                key = (await tampering.Pick(table, table.Keys[0]))!.Value.Key;
                return ("insert", table, (await tampering.Copy(table, key)).ToString());
            case 4:
                key = (await tampering.Pick(log, log.Keys[0]))!.Value.Key;
                await tampering.Delete(log, key);
                return ("delete", log, null);   // named is this place, or what now stands there
            case 5:
                var (one, other) = ((await tampering.Pick(log, log.Keys[0]))!.Value.Key, (await tampering.Pick(log, log.Keys[0]))!.Value.Key);
                if (Equals(one[0], other[0])) other = [Equals(one[0], 1L) ? 2L : 1L];
                foreach (var (from, to) in ((object, object)[])[(one[0], -1L), (other[0], one[0]), (-1L, other[0])]) await tampering.Set(log, [from], log.Keys[0], to);
                return ("reorder", log, Tampering.Name([Math.Min((long)one[0], (long)other[0])]));
            case 6:
                var cut = random.Next(1, 20);
                await tampering.Run($"delete from \"LogEntries\" where \"Id\" > (select max(\"Id\") - {cut} from \"LogEntries\")");
                if (random.Next(2) == 0) await tampering.Run("delete from \"LogCheckpoints\" where \"Number\" > 1");
                return ("cut", log, null);
            default:
                await tampering.Run($"update \"LogEntries\" set \"Id\" = -\"Id\" where \"Id\" > {cut = random.Next(1, 50)}");
                await tampering.Run("update \"LogEntries\" set \"Id\" = 1 - \"Id\" where \"Id\" < 0");
                var rest = string.Join(", ", log.Columns.Except(log.Keys).Select(c => $"\"{c.GetColumnName()}\""));
                await tampering.Run($"insert into \"LogEntries\" (\"Id\", {rest}) select {cut + 1}, {rest} from \"LogEntries\" where \"Id\" = {cut}");
                return ("insert", log, $"{cut + 1}");
        }
    }

    private async Task<Exemplar.Platform.Log.Verification.Verification> Tamper(Func<Tampering, Task> edit) => await house.Tamper(async db =>
    {
        var tampering = new Tampering(db, random);
        await tampering.Unlock();
        await edit(tampering);
        await tampering.Lock();
    });

    private Task<IReadOnlyList<Tampering.Table>> Tables() => house.Read(db => Task.FromResult(Tampering.Tables(db.Model)));

    /// <summary>A changed key leaves a row that nobody knows and one that is missing; for any other the very row must be named.</summary>
    private static bool Names(Exemplar.Platform.Log.Verification.Verification seen, Tampering.Table table, string row, bool isKey) =>
        isKey ? !seen.IsClean : seen.Findings.Any(f => f.Table == table.Name && f.Row == row);

    private static string Said(Exemplar.Platform.Log.Verification.Verification seen) => string.Join(" | ", seen.Findings);
}
