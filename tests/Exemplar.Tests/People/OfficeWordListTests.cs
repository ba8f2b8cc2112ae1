using System.Net;
using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Meetings.Past;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

/// <summary>The clock stands at 10 March 2026.</summary>
public sealed class OfficeWordListTests : RegisterHouse
{
    private const string Url = "/people/words";

    private static List<string> Rows(IDocument page) => [.. page.QuerySelectorAll("tbody tr").Select(r => $"{r.Closest("table")!.GetAttribute("data-sort")} {string.Join('|', r.Children.SkipLast(1).Select(c => c.TextContent.Trim()))}")];

    private Task<Guid> IdOf(string word) => App.Read(db => db.OfficeWords.Where(w => w.Word == word).Select(w => w.Id).SingleAsync());

    private OfficeWord Word(WordSort sort, string word, string meaning = "", Guid? unit = null, Guid? office = null) =>
        new() { OfficeId = office ?? House.Office.Id, Sort = sort, Word = word, Meaning = meaning, UnitId = unit, UsedOn = new(2026, 1, 5) };

    private async Task ImportRoster(SheetBuilder sheet)
    {
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), ("Form.AsOf", "2026-03-10"));
        await (await Committee.Submit(answer.Headers.Location!.OriginalString)).Leads(Committee, "已导入");
    }

    [Fact]
    public async Task What_the_office_has_learned_stands_with_what_it_means_and_when_it_was_last_of_use()
    {
        await App.Given(Word(WordSort.MeetingKind, "固定党日", MeetingKind.PartyDay), Word(WordSort.MeetingKind, "老叫法", "gone-kind"), Word(WordSort.Unit, "机关二支部", unit: House.SecondBranch.Id), Word(WordSort.RosterColumn, "岗位", "Idle"), Word(WordSort.TermColumn, "开会选的那天", "Elected"));
        var shown = Rows(await Committee.Open(Url));
        Assert.Equal(["MeetingKind", "MeetingKind", "Unit", "RosterColumn", "TermColumn"], shown.Select(r => r.Split(' ')[0]));
        Assert.Equal(["MeetingKind 固定党日|主题党日|2026-01-05", "MeetingKind 老叫法|gone-kind|2026-01-05", "RosterColumn 岗位|不需要|2026-01-05", "TermColumn 开会选的那天|换届时间|2026-01-05", "Unit 机关二支部|第二党支部|2026-01-05"], shown.Order(StringComparer.Ordinal));   // ids made within a millisecond are in no order

        await ImportRoster(new SheetBuilder().Row("姓名", "出生年月", "政治面貌", "所在支部", "岗位").Row("赵六", "1981.5", "中共党员", "第一党支部", "文秘"));
        Assert.Contains("RosterColumn 岗位|不需要|2026-03-10", Rows(await Committee.Open(Url)));
        Assert.Equal(["test.given", "people.import"], await LogOf(await IdOf("岗位")));

        await Import(Committee, "# Sheet1\n2026年会议情况\n支部|时间|类型|主题\n机关二支部|1月9日|固定党日|慰问");
        var rows = Rows(await Committee.Open(Url));
        Assert.Contains("MeetingKind 固定党日|主题党日|2026-03-10", rows);
        Assert.Contains("Unit 机关二支部|第二党支部|2026-03-10", rows);
        Assert.Contains("MeetingKind 老叫法|gone-kind|2026-01-05", rows);
    }

    [Fact]
    public async Task A_word_that_is_forgotten_is_asked_about_again()
    {
        await App.Given(Word(WordSort.RosterColumn, "岗位", "Idle"));
        var id = await IdOf("岗位");
        var page = await Committee.Open(Url);
        await (await Committee.SendForm(page, Url)).Refuses("", "请选要忘掉的一项");
        await (await Committee.SendForm(page, Url, ("Form.Forget", $"{id}"))).Leads(Committee, "已忘掉“岗位”，下次再遇到会问");
        Assert.Contains("还没有记住什么", Text(await Committee.Open(Url)), StringComparison.Ordinal);
        Assert.Equal(["test.given", "people.import"], await LogOf(id));
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.SendForm(page, Url, ("Form.Forget", $"{id}"))).StatusCode);
    }

    [Fact]
    public async Task Another_office_neither_sees_nor_forgets_it_and_only_who_imports_rosters_may()
    {
        await App.Given(Word(WordSort.RosterColumn, "岗位", "Idle"));
        var other = await As(Role.CommitteeOffice, House.OtherOffice);
        Assert.Empty(Rows(await other.Open(Url)));
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendForm(await other.Open("/people/import"), Url, ("Form.Forget", $"{await IdOf("岗位")}"))).StatusCode);
        Assert.Equal(1, await App.Read(db => db.OfficeWords.CountAsync()));
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
    }
}
