using Exemplar.Campaigns.Supervision;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Exemplar.Bench;

/// <summary>
/// The desk's list of 10,000 shares with all columns as .xlsx, queried and written, against MiniExcel writing the same
/// cells, which it has in memory as typed rows and asks nobody for.
/// </summary>
internal sealed class ExportBench : IWorkload
{
    private const int Shares = 10_000;
    private const double Goal = 2;

    public static string Name => "export";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-export-").FullName;
        try
        {
            await using var house = await DeskHouse.Build(folder, Shares);
            var cells = (await Export(house)).Query<Line>().ToList();
            if (cells.Count != Shares) throw new InvalidOperationException($"{cells.Count} rows were exported of {Shares}");

            var (size, rawSize) = (0L, 0L);
            var (ours, raw) = await Measure.Alternate(async () => size = (await Export(house)).Length, () =>
            {
                using var file = new MemoryStream();
                file.SaveAs(cells);
                rawSize = file.Length;
                return Task.CompletedTask;
            });
            return [Figure.AtMost($"export of {Shares} shares", ours / raw, Goal, "×", $"{ours:0} ms with the query against {raw:0} ms for the same cells in memory by MiniExcel; 12 columns, {size / 1024} and {rawSize / 1024} KiB")];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<MemoryStream> Export(DeskHouse house) => house.Act(async services =>
    {
        var file = new MemoryStream();
        await services.GetRequiredService<ExportDesk>().Write(new(Show: DeskFilter.All), file, default);
        file.Position = 0;
        return file;
    });

    private sealed class Line
    {
        public string? 任务 { get; set; }
        public string? 承办单位 { get; set; }
        public string? 牵头或配合 { get; set; }
        public string? 阶段 { get; set; }
        public string? 原时限 { get; set; }
        public string? 现时限 { get; set; }
        public string? 状态 { get; set; }
        public string? 督办 { get; set; }
        public string? 报结日期 { get; set; }
        public string? 办结日期 { get; set; }
        public string? 最近一次反馈 { get; set; }
        public string? 目标 { get; set; }
    }
}
