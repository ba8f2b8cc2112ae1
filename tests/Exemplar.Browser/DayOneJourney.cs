using System.Diagnostics;
using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>
/// A deputy secretary alone, on the day of the installation: from the empty house and the spreadsheets that exist to each branch's year,
/// what falls due, every term's end, the superior's table and a handbook to print. Counts what a hand does.
/// </summary>
public sealed class DayOneJourney(RunningProduct product, Visitor visitor, OfficeSheets sheets)
{
    public const int MostInputs = 60;

    private readonly IPage page = visitor.Page;

    public int Inputs { get; private set; }
    public double Seconds { get; private set; }

    public async Task OfTheWholeDay()
    {
        var begun = Stopwatch.GetTimestamp();
        await Begin();
        await TakeRoster();
        foreach (var year in (int[])[sheets.LastYear, sheets.LastYear + 1])
        {
            if (Count(year, partyDays: false) > 0) await TakeRegister($"{year}年三会一课.xlsx", sheets.Register(year), Count(year, partyDays: false));
            if (Count(year, partyDays: true) > 0) await TakeRegister($"{year}年主题党日.xlsx", sheets.PartyDays(year), Count(year, partyDays: true));
        }
        await SeeTheYear();
        await SeeWhatIsDue();
        var form = await FillTheirForm();
        var handbook = await Print();
        Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        var cells = await LibreOffice.Cells(form);
        Assert.Equal(sheets.Filled().Select(row => string.Join('|', row)), cells.Skip(2).Take(OfficeSheets.Branches).Select(row => string.Join('|', row)));
        var words = await LibreOffice.Words(handbook);
        Assert.All(sheets.Meetings.Where(m => m.Branch == 1 && m.Day.Year == Printed), m => Assert.Contains($"{m.Day.Month}月{m.Day.Day}日", words.Replace(" ", ""), StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, OfficeSheets.Members), n => Assert.Contains(OfficeSheets.Member(1, n), words, StringComparison.Ordinal));
    }

    /// <summary>The newest year of the first branch.</summary>
    private int Printed => sheets.Meetings.Where(m => m.Branch == 1).Max(m => m.Day.Year);

    private int Count(int year, bool partyDays) => sheets.Meetings.Count(m => m.Day.Year == year && m.Kind == "主题党日" == partyDays);

    private async Task Begin()
    {
        await page.GotoAsync("/");
        var code = Path.Combine(product.DataFolder, "keys/set-up-code.txt");
        for (var tries = 0; !File.Exists(code) && tries < 300; tries++) await Task.Delay(100);   // it is made a moment after the first answer
        await Type("#Form_Code", await File.ReadAllTextAsync(code));
        await Type("#Form_OfficeName", "临江市人民政府办公室");
        await Type("#Form_UserName", "admin");
        await Type("#Form_Password", "long-enough-1");
        await Press(page.Locator("summary"));
        await Press(page.GetByLabel("这里暂时只有我一个人用", new() { Exact = true }));
        await Type("#Form_OwnName", "陈静");
        await Type("#Form_OwnUserName", "chenjing");
        await Type("#Form_OwnPassword", "long-enough-2");
        await Type("#Form_PartyBody", "机关党委");
        await visitor.Look("day-one-set-up");
        await Press("完成设置");
        await Assertions.Expect(page.GetByText("导入名册").First).ToBeVisibleAsync();
        await visitor.Look("day-one-guide");
    }

    private async Task TakeRoster()
    {
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "去导入名册" }).First);
        await HandIn("党员名册.xlsx", OfficeSheets.Roster());
        await Press("看预览");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"新登记 {OfficeSheets.Branches * OfficeSheets.Members} 人");
        await visitor.Look("day-one-roster");
        await Press("确认导入");
        await Receipt($"登记任职 {OfficeSheets.Branches * 4} 项");
    }

    private async Task TakeRegister(string name, byte[] register, int meetings)
    {
        // the list is asked for from itself after the first register: its answer must not come over the page that follows
        await page.RunAndWaitForResponseAsync(() => Press(page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "会议", Exact = true })), answer => new Uri(answer.Url).AbsolutePath == "/meetings");
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "导入以前的" }).First);
        await HandIn(name, register);
        await Press("看预览");
        await visitor.Look("day-one-register");
        await Press($"确认导入 {meetings} 次");
        await Receipt($"已导入：{OfficeSheets.Branches} 个单位 {meetings} 次会议");
    }

    private async Task SeeTheYear()
    {
        await Press(page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "组织生活", Exact = true }));
        await Assertions.Expect(page.Locator(".matrix tbody tr").Filter(new() { HasText = OfficeSheets.Branch(OfficeSheets.Branches) })).ToHaveCountAsync(1);
        await visitor.Look("day-one-year");
        await Press(page.Locator(".matrix tbody th a", new() { HasTextString = OfficeSheets.Branch(1) }).First);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(OfficeSheets.Branch(1));
        await visitor.Look("day-one-branch-year");
    }

    private async Task SeeWhatIsDue()
    {
        await page.GotoAsync("/due");
        Inputs++;
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(OfficeSheets.Branch(1));
        await visitor.Look("day-one-due");
    }

    private async Task<IDownload> FillTheirForm()
    {
        await Press(page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "填上级表", Exact = true }));
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "交一份空表" }).First);
        await HandIn("三会一课统计表.xlsx", sheets.Blank());
        await Press("查看空表");
        await visitor.Look("day-one-form");
        await Press("记住，去填报");
        await Assertions.Expect(page.Locator("#Form_Period")).ToBeVisibleAsync();
        await visitor.Look("day-one-fill");
        return await page.RunAndWaitForDownloadAsync(() => Press("填好并下载"));
    }

    private async Task<IDownload> Print()
    {
        await Press(page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "第一小时", Exact = true }));
        await visitor.Look("day-one-print");
        return await page.RunAndWaitForDownloadAsync(() => Press(page.GetByRole(AriaRole.Link, new() { Name = $"{OfficeSheets.Branch(1)} 支部工作手册（{Printed}年）" })));
    }

    private async Task HandIn(string name, byte[] file)
    {
        Inputs++;
        await page.Locator("#Form_File").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file });
    }

    private Task Press(string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    private async Task Press(ILocator target)
    {
        Inputs++;
        await target.ClickAsync();
    }

    private async Task Type(string field, string text)
    {
        Inputs++;
        await page.Locator(field).FillAsync(text);
    }

    private Task Receipt(string words) => Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(words, new() { Timeout = 60_000 });
}
