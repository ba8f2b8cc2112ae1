using System.IO.Compression;
using System.Text.RegularExpressions;
using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>What the desk carries out of the system: words for a group, slips to print, a sheet with the columns it wants.</summary>
public sealed partial class DeskPapers(Visitor desk)
{
    private readonly IPage page = desk.Page;
    private readonly DeskList list = new(desk);

    public async Task HandOut(string unit, string[] titles)
    {
        await Remind(unit, titles);
        await Slips(unit, titles);
        await Columns();
        await Export(unit);
    }

    private async Task Remind(string unit, string[] titles)
    {
        await list.Open();
        await list.Of(unit);
        await list.Tick(unit, titles);
        await list.Press("提醒文字");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("提醒文字");
        await desk.Look("supervision-text");

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "复制", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "已复制" })).ToBeVisibleAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await page.GetByLabel(unit, new() { Exact = true }).InputValueAsync(), copied);
        Assert.All(titles, title => Assert.Contains(title, copied, StringComparison.Ordinal));
    }

    /// <summary>One unit's slip is a document, those of several units come in one file.</summary>
    private async Task Slips(string unit, string[] titles)
    {
        await list.Open();
        await list.Of(unit);
        await list.Tick(unit, titles);
        await Saved(await page.RunAndWaitForDownloadAsync(() => list.Press("督办通知单")), $"督办通知单（{unit}）.docx");

        await list.Open();
        await list.TickAll();
        await Saved(await page.RunAndWaitForDownloadAsync(() => list.Press("督办通知单")), "督办通知单 [0-9-]{10}.zip");
    }

    private async Task Columns()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "选列" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("督办表格的列");
        await desk.Look("supervision-columns");
        foreach (var box in await page.Locator("form .choices").GetByRole(AriaRole.Checkbox).AllAsync()) await box.UncheckAsync();
        foreach (var column in (string[])["任务", "承办单位", "状态"]) await page.GetByLabel(column, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("以后导出这 3 列");
    }

    /// <summary>The sheet is of the list as it is narrowed now; and however often the page was opened before, one press is one file.</summary>
    private async Task Export(string unit)
    {
        var downloads = new List<IDownload>();
        page.Download += (_, download) => downloads.Add(download);
        var asked = 0;
        var line = new TaskCompletionSource();
        await page.RouteAsync("**/supervision/export*", async route =>
        {
            asked++;
            await line.Task;
            await route.ContinueAsync();
        });
        await list.Open();
        await list.Of(unit);
        await list.Narrow("范围", "All");
        var listed = await list.Rows.CountAsync();
        var progress = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "正在导出" });
        var sheet = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "导出表格" }).ClickAsync();
            await Assertions.Expect(progress).ToBeVisibleAsync();
            await desk.Look("supervision-export");
            line.SetResult();
        });
        await Assertions.Expect(progress).ToHaveCountAsync(0);
        Assert.Equal((1, 1), (asked, downloads.Count));
        await using var zip = await ZipFile.OpenReadAsync(await Saved(sheet, "督办 [0-9-]{10}.xlsx"));
        using var reader = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        var rows = Row().Matches(await reader.ReadToEndAsync());
        Assert.Equal(1 + listed, rows.Count);
        Assert.All(rows, row => Assert.Equal(3, Cell().Count(row.Value)));
        await desk.Look("supervision-exported");
    }

    /// <summary>Every office file is a zip inside; returns where it lies.</summary>
    private static async Task<string> Saved(IDownload download, string name)
    {
        Assert.Matches($"^{name}$", download.SuggestedFilename);   // the day may turn while the suite runs
        var path = await download.PathAsync();
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(path)).Take(2));
        return path;
    }

    [GeneratedRegex("<row.*?</row>")]
    private static partial Regex Row();

    [GeneratedRegex("<c ")]
    private static partial Regex Cell();
}
