using Exemplar.Documents.Sheets;
using Exemplar.Meetings.Past;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Exemplar.Bench;

/// <summary>
/// Registers of 10,000 past meetings of twenty branches: handed in, planned and taken over, against a typed read of the same
/// sheets, and the commits against a set-based insert of the very rows that they write.
/// </summary>
internal sealed class PastBench : IWorkload
{
    private const int Meetings = 10_000, Files = 4, Rounds = 5;
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly string[] Kinds = ["主题党日", "支部党员大会", "支委会", "党课"];
    private static readonly string[] Tables = ["ImportedRegisters", "Meetings", "MeetingSteps", "MeetingOrigins", "MeetingRoll", "MeetingAgenda", "Facts", "LogEntries"];

    public static string Name => "past";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-past-").FullName;
        try
        {
            var sheets = Enumerable.Range(0, Files).Select(file => Register(file, Meetings / PastHouse.Branches)).ToList();
            await using var house = await PastHouse.Build(Path.Combine(folder, "house"));
            return [await Preview(house, sheets), .. await Import(house, folder, sheets)];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Each file has five branches, each branch a meeting on every one of so many days from the first.</summary>
    private static byte[] Register(int file, int days)
    {
        const int Branches = PastHouse.Branches / Files;
        SheetColumn[] columns = [new("序号", 6), new("时间", 14), new("会议类型", 14), new("党支部", 14), new("主题", 40), new("地点", 14), new("主持人", 10), new("应到", 6), new("实到", 6), new("请假人员", 14)];
        return SheetWriter.Write("台账", columns, Enumerable.Range(0, Branches * days).Select(n => (IReadOnlyList<string>)Row(n, file * Branches + n / days + 1, First.AddDays(n % days))));
    }

    private static string[] Row(int n, int branch, DateOnly day) =>
    [
        $"{n + 1}", $"{day.Year}年{day.Month}月{day.Day}日", Kinds[n % 4], $"第{branch}党支部", $"学习第{n % 60 + 1}号文件，研究{day.Month}月份重点工作", "三楼会议室", PastHouse.Called(branch, 1),
        $"{PastHouse.Members}", $"{PastHouse.Members - 1}", PastHouse.Called(branch, 2 + n % (PastHouse.Members - 2)),
    ];

    private static int ReadRaw(List<byte[]> sheets) => sheets.Sum(sheet => MiniExcel.Query<RawLine>(new MemoryStream(sheet)).Count());

    private static async Task<Figure> Preview(PastHouse house, List<byte[]> sheets)
    {
        var (planned, read) = (0, 0);
        var (ours, raw) = await Measure.Alternate(
            async () =>
            {
                planned = 0;
                foreach (var sheet in sheets) planned += await house.Plan(sheet);
            },
            () =>
            {
                read = ReadRaw(sheets);
                return Task.CompletedTask;
            }, Rounds);
        return planned == Meetings && read == Meetings ? Figure.AtMost($"preview of {planned} meetings", ours / raw, 5, "×", $"{ours:0} ms against {raw:0} ms for a typed read of the same {Files} sheets")
            : throw new InvalidOperationException($"{planned} were planned and {read} read of {Meetings}");
    }

    private static async Task<IReadOnlyList<Figure>> Import(PastHouse house, string folder, List<byte[]> sheets)
    {
        var (ours, written, asSets, raw, back, rows) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
        for (var round = 0; round <= Rounds; round++)
        {
            await using var copy = await house.Copy(Path.Combine(folder, $"import{round}"));
            await copy.Import([Register(0, days: 1)]);   // a server that runs already: each copy is an application of its own and would compile its queries anew
            await copy.Withdraw();
            var (all, confirmed) = await copy.Import(sheets);
            await using var bare = await house.Copy(Path.Combine(folder, $"raw{round}"));
            var prepared = await RawRows.Read(copy.Database, bare.Database, Tables);
            var sets = await prepared.Insert(bare.Database);
            var withdrawn = await copy.Withdraw();
            var read = Measure.Time(() => ReadRaw(sheets));
            rows = prepared.Count;
            if (round == 0) continue;   // warm-up
            ours.Add(all);
            written.Add(confirmed);
            asSets.Add(sets);
            raw.Add(read);
            back.Add(withdrawn);
        }
        var (median, rawMedian, confirms, setMedian) = (Measure.Median(ours), Measure.Median(raw), Measure.Median(written), Measure.Median(asSets));
        return
        [
            Figure.AtMost($"import of {Meetings} meetings", median / rawMedian, 5, "×", $"{median:0} ms from the files to standings, search and log, against {rawMedian:0} ms for a typed read of the same {Files} sheets"),
            Figure.AtMost("the commits of it against the same rows", confirms / setMedian, 4, "×", $"{confirms:0} ms against {setMedian:0} ms for {rows} rows as sets, standings and search not among them; SQLite, synchronous=FULL"),
            Figure.AtMost("taking them back against bringing them in", Measure.Median(back) / median, 1, "×", $"{Measure.Median(back):0} against {median:0} ms"),
        ];
    }

    private sealed class RawLine
    {
        public string? 时间 { get; set; }
        public string? 会议类型 { get; set; }
        public string? 党支部 { get; set; }
        public string? 主题 { get; set; }
        public string? 地点 { get; set; }
        public string? 主持人 { get; set; }
        public string? 应到 { get; set; }
        public string? 实到 { get; set; }
        public string? 请假人员 { get; set; }
    }
}
