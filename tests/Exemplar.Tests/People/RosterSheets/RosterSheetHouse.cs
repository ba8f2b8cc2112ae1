using System.Globalization;
using AngleSharp.Dom;
using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterSheets;

/// <summary>Roster sheets of 10 March 2026 go out to two branches and come back. In the first branch: 甲一, 乙二; in the second: 丙三. 丁四 is no member and of 综合科.</summary>
public abstract class RosterSheetHouse : HouseTests
{
    protected const string Url = "/people/sheets", Returned = "/people/sheets/returned";
    protected const string Roster = "名册";

    /// <summary>The first row of people.</summary>
    protected const int First = 5;

    protected Person Jia { get; private set; } = null!;
    protected Person Yi { get; private set; } = null!;
    protected Person Bing { get; private set; } = null!;
    protected Person Ding { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Jia = await Somebody("甲一", new(1980, 5, 1), House.FirstBranch, House.General);
        Yi = await Somebody("乙二", new(1985, 6, 1), House.FirstBranch, House.Secretariat);
        Bing = await Somebody("丙三", new(1990, 7, 1), House.SecondBranch, House.General);
        Ding = await Somebody("丁四", new(1992, 8, 1), House.General);
    }

    protected async Task<Person> Somebody(string name, DateOnly born, params Unit[] units)
    {
        var isMember = units.Any(u => u.IsParty);
        var person = new Person { Name = name, Sex = Sex.Female, BirthMonth = born, Status = isMember ? MemberStatus.Full : null, JoinedOn = isMember ? PartialDate.MonthOf(born.AddYears(25)) : null, ConfirmedOn = isMember ? PartialDate.MonthOf(born.AddYears(26)) : null };
        person.Memberships.AddRange(units.Select(u => new Membership { PersonId = person.Id, UnitId = u.Id, From = new(2026, 1, 1) }));
        await App.Given(person);
        return person;
    }

    protected Task<List<(string Name, byte[] File)>> Issued(params Unit[] units) => Committee.Unpack($"{Url}/issue?{string.Join('&', units.Select(u => $"unit={u.Id}"))}");

    protected async Task<byte[]> SheetOf(Unit unit) => (await Issued(unit)).Single().File;

    /// <summary>In which row somebody stands.</summary>
    protected static int RowOf(byte[] sheet, string name) => SheetReader.ReadAll(sheet).Value![0].Rows.Single(r => r[1].Text == name).Number;

    /// <summary>The first empty row.</summary>
    protected static int Empty(byte[] sheet) => SheetReader.ReadAll(sheet).Value![0].Rows[^1].Number + 1;

    /// <summary>Cells of 张三's row by their columns: B 姓名, C 性别, D 出生年月, E 政治面貌, F 入党时间, G 转正时间, H 所在支部, I 科室, J 党内职务, K 人员状态, L 备注.</summary>
    protected static byte[] Fill(byte[] sheet, int row, params (char Column, object? Value)[] cells) =>
        SheetPen.On(sheet, pen => { foreach (var (column, value) in cells) pen.Put(Roster, string.Create(CultureInfo.InvariantCulture, $"{column}{row}"), value); });

    protected static byte[] Change(byte[] sheet, string name, params (char Column, object? Value)[] cells) => Fill(sheet, RowOf(sheet, name), cells);

    /// <summary>What somebody does who wants a person off the sheet: every open cell is emptied.</summary>
    protected static byte[] Clear(byte[] sheet, string name) => Change(sheet, name, [.. "BCDEFGHIJKL".Select(c => (c, (object?)null))]);

    protected static byte[] Add(byte[] sheet, string name, string born, string joined, params (char Column, object? Value)[] more) =>
        Fill(sheet, Empty(sheet), [('B', name), ('D', born), ('E', "中共党员"), ('F', joined), .. more]);

    protected static Task<HttpResponseMessage> Drop(HttpClient browser, params (string Name, byte[] File)[] files) => browser.SubmitFiles(Url, "Form.File", files);

    protected async Task<IDocument> Results(params (string Name, byte[] File)[] files)
    {
        var answer = await Drop(Committee, files);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        Assert.Equal(Returned, answer.Headers.Location!.OriginalString);
        return await Committee.Open(Returned);
    }

    /// <summary>The line of one file: unit, state, read, new, changed, moved in, moved out, left, unchanged.</summary>
    protected static string Line(IDocument page, string file)
    {
        var row = page.QuerySelector($"tr[data-file='{file}']")!;
        return string.Join(' ', row.Children.Where((_, i) => i is not 1).SkipLast(1).Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text ? text : "0"));
    }

    protected static List<string> Said(IDocument page, string file, string list) => [.. page.QuerySelectorAll($"section[data-result='{file}'] ul[aria-label='{file}{list}'] li").Select(li => li.TextContent.Trim())];

    protected static List<string> Wrong(IDocument page, string file) => Said(page, file, "要改的地方");
    protected static List<string> Asked(IDocument page, string file) => Said(page, file, "要定的地方");
    protected static List<string> Moving(IDocument page, string file) => Said(page, file, "会改的");
    protected static List<string> Hints(IDocument page, string file) => Said(page, file, "的提示");

    /// <summary>The one press.</summary>
    protected async Task<IDocument> Take(string receipt = "已导入") => await (await Committee.Submit(Returned)).Leads(Committee, receipt);

    protected static string Preview(IDocument page, string file) => page.QuerySelector($"tr[data-file='{file}'] a[href^='/people/import/']")!.GetAttribute("href")!;

    /// <summary>Answers a question of the preview, then looks at the lines again.</summary>
    protected async Task<IDocument> Answer(string preview, bool yes, int question = 0)
    {
        await (await Committee.SubmitForm(await Committee.Open(preview), preview, "main form[method=post]", ("Form.Choice", "Match"), ($"Form.Same[{question}].Is", yes ? "true" : "false"))).Leads(Committee, "已按您选的重新核对");
        return await Committee.Open(Returned);
    }

    protected Task<Person> Now(Guid id) => App.Read(db => db.People.AsNoTracking().Include(p => p.Memberships).SingleAsync(p => p.Id == id));

    protected Task<List<Person>> Everybody(string name) => App.Read(db => db.People.AsNoTracking().Include(p => p.Memberships).Where(p => p.Name == name).ToListAsync());

    protected static bool IsIn(Person person, Unit unit) => person.Memberships.Exists(m => m.UnitId == unit.Id && m.To is null);
}
