using Exemplar.People.RosterImport;
using Microsoft.Data.Sqlite;
using MiniExcelLibs;

namespace Exemplar.Bench;

/// <summary>
/// A roster of 20,000 people: its preview against a typed read of the same sheet, its commit against a set-based insert of
/// the very rows that it writes (units, people, memberships, log entries), prepared beforehand.
/// </summary>
internal sealed class RosterBench : IWorkload
{
    private const int People = 20_000;
    private const int Rounds = 5;

    public static string Name => "roster";

    private static readonly string[] Tables = ["Units", "People", "Memberships", "LogEntries"];

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-roster-").FullName;
        try
        {
            var sheet = RosterTemplate.Write(Enumerable.Range(0, People).Select(Row));
            await using var house = await RosterHouse.Build(Path.Combine(folder, "house"));
            return [await Preview(house, sheet), await Commit(house, folder, sheet)];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Row(int n) =>
    [
        Called(n), n % 3 == 0 ? "女" : "男", $"{1960 + n % 40}-{1 + n % 12:00}", n % 20 == 0 ? "预备党员" : "中共党员", $"{1981 + n % 40}-07-01", n % 20 == 0 ? "" : $"{1982 + n % 40}-07-01",
        $"第{1 + n % 40}党支部", $"第{1 + n % 60}科", "", "在职",
    ];

    /// <summary>A name of its own for each: 王 and the number in other characters.</summary>
    private static string Called(int n) => "王" + string.Concat($"{n:00000}".Select(digit => "安博晨东飞光海嘉凯林"[digit - '0']));

    private static async Task<Figure> Preview(RosterHouse house, byte[] sheet)
    {
        var planned = 0;
        var read = 0;
        var (ours, raw) = await Measure.Alternate(
            async () => planned = await house.Plan(sheet),
            () =>
            {
                read = MiniExcel.Query<RawLine>(new MemoryStream(sheet)).Count();
                return Task.CompletedTask;
            }, Rounds);
        return Figure.AtMost($"preview of {planned} rows", ours / raw, 3, "×", $"{ours:0} ms against {raw:0} ms for a typed read of {read} rows");
    }

    private static async Task<Figure> Commit(RosterHouse house, string folder, byte[] sheet)
    {
        var (ours, raw, rows) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round <= Rounds; round++)
        {
            await using var copy = await house.Copy(Path.Combine(folder, $"commit{round}"));
            var file = await copy.HandIn(sheet);
            var took = await copy.Import(file);

            await using var bare = await house.Copy(Path.Combine(folder, $"raw{round}"));
            var prepared = await RawRows.Read(copy.Database, bare.Database, Tables);
            var rawTook = await prepared.Insert(bare.Database);
            rows = prepared.Count;
            if (round == 0) continue;   // warm-up
            ours.Add(took);
            raw.Add(rawTook);
        }
        var (median, rawMedian) = (Measure.Median(ours), Measure.Median(raw));
        return Figure.AtMost($"commit of {People} people", median / rawMedian, 4, "×", $"{median:0} ms against {rawMedian:0} ms for the same {rows} rows as sets; SQLite, synchronous=FULL");
    }

    private sealed class RawLine
    {
        public string? 姓名 { get; set; }
        public string? 性别 { get; set; }
        public string? 出生年月 { get; set; }
        public string? 政治面貌 { get; set; }
        public string? 入党时间 { get; set; }
        public string? 转正时间 { get; set; }
        public string? 所在支部 { get; set; }
        public string? 科室 { get; set; }
        public string? 人员状态 { get; set; }
    }
}
