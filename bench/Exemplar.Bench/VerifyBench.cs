using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>Verification of a million log entries and a quarter of a million records against reading every column of the same rows and hashing them, one after the other.</summary>
internal sealed class VerifyBench : IWorkload
{
    private const int Rounds = 3;

    public static string Name => "verify";

    private static readonly string[] Tables = ["LogEntries", "People", "Memberships"];

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-verify-").FullName;
        try
        {
            await using var house = await VerifyHouse.Build(folder);
            var (entries, rows) = (0L, 0L);
            var (ours, raw) = await Measure.Alternate(
                async () =>
                {
                    var seen = await house.Verify();
                    if (!seen.IsClean) throw new InvalidOperationException(string.Join('\n', seen.Findings));
                    entries = seen.Entries;
                },
                async () => rows = await ReadAndHash(house.Database), Rounds);
            using var process = Process.GetCurrentProcess();
            return
            [
                Figure.AtMost($"log verify of {entries} entries and {VerifyHouse.Records} records", ours / raw, 3, "×",
                    $"{ours / 1000:0.0} s against {raw / 1000:0.0} s for reading and hashing the same {rows} rows raw; memory at most {process.PeakWorkingSet64 >> 20} MB, making the house included"),
            ];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<long> ReadAndHash(string database)
    {
        var rows = 0L;
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        var (text, hash) = (new StringBuilder(), new byte[SHA256.HashSizeInBytes]);
        foreach (var table in Tables)
        {
            await using var select = connection.CreateCommand();
            select.CommandText = $"select * from \"{table}\" order by rowid";
            await using var reader = await select.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                text.Clear();
                for (var i = 0; i < reader.FieldCount; i++) text.Append(CultureInfo.InvariantCulture, $"{reader.GetValue(i)}|");
                SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
                rows++;
            }
        }
        return rows;
    }
}
