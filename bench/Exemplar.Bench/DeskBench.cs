using Exemplar.Campaigns.Supervision;
using Exemplar.Kernel;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>The supervision desk of an office with 90 units and a year's 18,000 tasks, against hand-written SQL for the same page and figures; and what its first load transfers.</summary>
internal sealed class DeskBench : IWorkload
{
    private const int Tasks = 18_000;
    private const double Goal = 3;
    private const int FirstLoad = 25_000;

    public static string Name => "desk";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-desk-").FullName;
        try
        {
            await using var house = await DeskHouse.Build(folder, Tasks);
            return [await Show(house), await Weigh(folder)];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Figure> Show(DeskHouse house)
    {
        var (shown, asked) = (await Desk(house), await RawDesk.Show(house.Database));
        var (figures, rawFigures) = (Figures(shown), Figures(asked));
        if (figures != rawFigures) throw new InvalidOperationException($"The desk and the raw query differ from character {figures.Zip(rawFigures).TakeWhile(c => c.First == c.Second).Count()} of what they say");

        var (ours, raw) = await Measure.Alternate(() => Desk(house), () => RawDesk.Show(house.Database));
        return Figure.AtMost($"desk of {Tasks} tasks", ours / raw, Goal, "×", $"{ours:0.0} against {raw:0.0} ms; {shown.Units.Count} units, {shown.Open} open shares");
    }

    private static Task<SupervisionDesk.View> Desk(DeskHouse house) => house.Act(services => services.GetRequiredService<SupervisionDesk>().Show(new(Show: DeskFilter.Open), default));

    private static string Figures(SupervisionDesk.View shown) => string.Join(" ", [
        .. shown.Rows.Select(r => $"{r.Id}{r.Colour}"), .. shown.Units.Select(u => $"{u.Id}:{u.Open},{u.Submitted},{u.AskedTime}"), $"{shown.Units.Sum(u => u.Colours.Values.Sum())}"]);

    private static string Figures(List<List<object[]>> asked) => string.Join(" ", [
        .. asked[0].Take(SupervisionDesk.PageSize).Select(r => $"{Guid.Parse((string)r[0])}{r[11]}"), .. asked[1].Select(r => $"{Guid.Parse((string)r[0])}:{r[2]},{r[3]},{r[4]}"), $"{asked[2].Sum(r => (long)r[2])}"]);

    private static async Task<Figure> Weigh(string data)
    {
        var published = await Programs.Publish(Path.Combine(Programs.Root, "src/Exemplar/Exemplar.csproj"));
        var address = $"http://127.0.0.1:{Programs.FreePort()}";
        var server = Programs.Start(Path.Combine(published, "exemplar.dll"), "demo", "--data", data, "--today", DeskYear.Today.Iso(), "--urls", address);
        try
        {
            using var plain = new HttpClient { BaseAddress = new(address) };
            await Programs.UntilItAnswers(server, plain, "/health/ready");
            using var desk = await SignedIn.As(address, data, DeskHouse.UserName);
            var (page, bytes) = await Wire.Load(desk, "/supervision");
            var files = Wire.Files(page).ToList();
            var fileBytes = 0;
            foreach (var file in files) fileBytes += (await Wire.Load(plain, file)).Bytes;
            return Figure.AtMost("first load of the desk and its files", bytes + fileBytes, FirstLoad, "B", $"page {bytes} of {page.Length} characters, {files.Count} files {fileBytes}");
        }
        finally
        {
            await Programs.Stop(server);
        }
    }
}
