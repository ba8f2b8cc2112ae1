using Exemplar.Campaigns.Supervision;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Exemplar.Bench;

/// <summary>
/// The desk's list of 10,000 shares with all columns as .xlsx, queried and written: against MiniExcel writing the same
/// cells, which it has in memory as typed rows and asks nobody for; and against the same work, rows asked by hand of the
/// same database and written by MiniExcel as they come.
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
            var cells = (await Export(house)).Query<ExportedLine>().ToList();
            if (cells.Count != Shares) throw new InvalidOperationException($"{cells.Count} rows were exported of {Shares}");
            if (!cells.SequenceEqual(RawExport.Lines(house.Database))) throw new InvalidOperationException("The export and the raw query differ in what they say");

            var size = (await Export(house)).Length;
            var rawSize = Save(cells);
            var (ours, raw) = await Measure.Alternate(() => Export(house), () => Task.FromResult(Save(cells)));
            var (again, asked) = await Measure.Alternate(() => Export(house), () => Task.FromResult(Save(RawExport.Lines(house.Database))));
            return
            [
                Figure.AtMost($"export of {Shares} shares", ours / raw, Goal, "×", $"{ours:0} ms with the query against {raw:0} ms for the same cells in memory by MiniExcel; 12 columns, {size / 1024} and {rawSize / 1024} KiB"),
                Figure.AtMost("the same against the same work", again / asked, Goal, "×", $"{again:0} ms against {asked:0} ms for the same rows asked in SQL and written by MiniExcel as they come"),
            ];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Save(IEnumerable<ExportedLine> cells)
    {
        using var file = new MemoryStream();
        file.SaveAs(cells);
        return file.Length;
    }

    private static Task<MemoryStream> Export(DeskHouse house) => house.Act(async services =>
    {
        var file = new MemoryStream();
        await services.GetRequiredService<ExportDesk>().Write(new(Show: DeskFilter.All), file, default);
        file.Position = 0;
        return file;
    });
}
