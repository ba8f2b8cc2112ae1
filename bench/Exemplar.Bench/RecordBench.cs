using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>
/// Sixteen secretaries record meetings of 50 people side by side, through the handler: permission, roll, checks, attendance, facts,
/// standings, search, log. Against a raw program that only writes the rows which they left.
/// </summary>
internal sealed class RecordBench : IWorkload
{
    private const int Each = 12, WarmUps = 6, Rounds = 5;

    public static string Name => "record";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-record-").FullName;
        try
        {
            await using var house = await RecordHouse.Build(Path.Combine(folder, "house"), Each * (WarmUps + Rounds));
            for (var round = 0; round < WarmUps; round++) await house.Record(Each);   // queries are compiled the first time, methods well only much later
            var (ours, together, alone, each, rows) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
            for (var round = 0; round < Rounds; round++)
            {
                var before = await house.Copy(Path.Combine(folder, $"before{round}.db"));
                var (took, times) = await house.Record(Each);
                ours.Add(took);
                each.AddRange(times);
                var raw = await RawRecords.Read(house.Database, before);
                rows = raw.Rows;
                together.Add(await raw.Insert(await RecordHouse.Copy(before, Path.Combine(folder, $"together{round}.db")), RecordHouse.Writers));
                alone.Add(await raw.Insert(await RecordHouse.Copy(before, Path.Combine(folder, $"alone{round}.db")), 1));
            }
            return [Against(ours, together, each, rows, "16 to a commit"), Against(ours, alone, each, rows, "each in a commit of its own")];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Figure Against(List<double> ours, List<double> raw, List<double> each, int rows, string how)
    {
        const int Meetings = RecordHouse.Writers * Each;
        var (rate, rawRate) = (Meetings / Measure.Median(ours) * 1000, Meetings / Measure.Median(raw) * 1000);
        var p99 = each.Order().ElementAt((int)(each.Count * 0.99));
        return Figure.AtLeast($"record a meeting of 50, 16 writers, against raw rows {how}", rate / rawRate, 0.5, "×", $"{rate:0} against {rawRate:0} meetings a second, p99 {p99:0} ms; {rows / Meetings} rows a meeting; SQLite, synchronous=FULL");
    }
}
