using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>
/// Sixteen secretaries record meetings of 50 people side by side, through the handler: permission, roll, checks, attendance, facts,
/// standings, search, log. Against a raw program that only writes the rows which they left.
/// </summary>
internal sealed class RecordBench : IWorkload
{
    private const int MeetingsEach = 12, WarmUp = 6, Rounds = 3;

    public static string Name => "record";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-record-").FullName;
        try
        {
            await using (var warm = await RecordHouse.Build(Path.Combine(folder, "warm"), WarmUp)) await warm.Record();
            await using var house = await RecordHouse.Build(Path.Combine(folder, "house"), MeetingsEach);
            var (ours, together, alone, each, rows) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
            for (var round = 0; round < Rounds; round++)
            {
                await using var copy = await house.Copy(Path.Combine(folder, $"ours{round}"));
                var (took, times) = await copy.Record();
                ours.Add(took);
                each.AddRange(times);
                var raw = await RawRecords.Read(copy.Database, house.Database);
                rows = raw.Rows;
                foreach (var (into, group, name) in (IEnumerable<(List<double>, int, string)>)[(together, RecordHouse.Writers, "t"), (alone, 1, "a")])
                {
                    await using var bare = await house.Copy(Path.Combine(folder, $"raw{round}{name}"));
                    into.Add(await raw.Insert(bare.Database, group));
                }
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
        const int Meetings = RecordHouse.Writers * MeetingsEach;
        var (rate, rawRate) = (Meetings / Measure.Median(ours) * 1000, Meetings / Measure.Median(raw) * 1000);
        var p99 = each.Order().ElementAt((int)(each.Count * 0.99));
        return Figure.AtLeast($"record a meeting of 50, 16 writers, against raw rows {how}", rate / rawRate, 0.5, "×", $"{rate:0} against {rawRate:0} meetings a second, p99 {p99:0} ms; {rows / Meetings} rows a meeting; SQLite, synchronous=FULL");
    }
}
