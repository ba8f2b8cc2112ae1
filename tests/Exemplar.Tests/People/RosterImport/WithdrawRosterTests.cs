using System.Net;
using AngleSharp.Dom;
using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Log.Verification;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.RosterImport;

public sealed class WithdrawRosterTests : HouseTests
{
    private static SheetBuilder ThreePeople => new SheetBuilder().Row("姓名", "性别", "出生年月", "政治面貌", "入党时间", "所在支部", "科室")
        .Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一支部", "综合科")
        .Row("李四", "女", "1985.6", "预备党员", "2025.12", "第三党支部", "秘书科")
        .Row("王五", "男", "1990.1", "群众", "", "", "法规科");

    /// <summary>Handed in, confirmed; the page of the import, to which the confirmation leads.</summary>
    private async Task<string> Import(SheetBuilder sheet)
    {
        var handedIn = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes());
        var done = await Committee.Submit(handedIn.Headers.Location!.OriginalString);
        await done.Leads(Committee, "已导入");
        return done.Headers.Location!.OriginalString;
    }

    private static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    private Task<(int, int, int, int)> Counts() => App.Read(async db => (await db.People.CountAsync(), await db.Memberships.CountAsync(), await db.Units.CountAsync(), await db.BroughtIn.CountAsync()));

    private async Task<List<string>> Standings() => [.. (await App.Read(db => db.Standings.ToListAsync())).Select(s => $"{s.SubjectId} {s.Rule} {s.From} {s.Actual} {s.Required} {s.Met}").Order(StringComparer.Ordinal)];

    private async Task<List<string>> Verify()
    {
        await App.Seal();
        await using var scope = App.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings.Select(f => f.ToString()!)];
    }

    [Fact]
    public async Task Posts_that_came_with_it_go_with_it_and_posts_given_since_stand_in_its_way()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.Committee);
        var (before, standings) = (await Counts(), await Standings());
        SheetBuilder WithPosts() => new SheetBuilder().Row("姓名", "出生年月", "政治面貌", "入党时间", "所在支部", "党内职务")
            .Row("张三", "1980.5", "中共党员", "2009.7", "第一支部", "支部书记").Row("李四", "1985.6", "中共党员", "2010.7", "第一支部", "组织委员");
        var url = await Import(WithPosts());
        var posts = await App.Read(db => db.Posts.Where(p => p.ImportId != null).Select(p => p.Id).ToListAsync());
        Assert.Equal(2, posts.Count);

        await (await Committee.Submit(url)).Leads(Committee, "已撤回");
        Assert.Empty(await App.Read(db => db.Posts.Where(p => p.ImportId != null).ToListAsync()));
        foreach (var id in posts) Assert.Equal("null", (await App.Read(db => db.LogEntries.Where(e => e.RecordId == id).OrderBy(e => e.Id).Select(e => e.Body).ToListAsync()))[^1]);
        Assert.Equal(before, await Counts());
        Assert.Equal(standings, await Standings());
        Assert.Empty(await Verify());

        var again = await Import(WithPosts());
        var person = await App.Read(db => db.People.Where(p => p.Name == "李四" && db.BroughtIn.Any(b => b.Id == p.Id)).Select(p => p.Id).SingleAsync());
        await App.Read(db => db.Commit<int>((db, _) =>
        {
            var post = new Post { UnitId = House.FirstBranch.Id, PersonId = person, Kind = PostKind.PublicityMember, From = new(2026, 3, 1) };
            db.Add(post);
            db.Log(new(null, null, TestApp.Start), "test.given", post);
            return Task.FromResult<Exemplar.Kernel.Result<int>>(0);
        }, default));
        Assert.Contains("李四（任职）", Text(await Committee.Open(again)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_and_founded_units_are_gone_as_if_they_had_never_been_and_the_log_keeps_them_and_verifies()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.Committee);
        var (before, standings) = (await Counts(), await Standings());
        var url = await Import(ThreePeople);
        Assert.NotEqual(standings, await Standings());
        var ids = await App.Read(db => db.BroughtIn.Select(b => b.Id).ToListAsync());
        Assert.Equal(5, ids.Count);

        await (await Committee.Submit(url)).Leads(Committee, "已撤回《名册.xlsx》：3 人、2 个单位");

        Assert.Equal(before, await Counts());
        Assert.Equal(standings, await Standings());
        foreach (var id in ids)
            Assert.Equal("null", (await App.Read(db => db.LogEntries.Where(e => e.RecordId == id).OrderBy(e => e.Id).Select(e => e.Body).ToListAsync()))[^1]);
        Assert.Empty(await Verify());
        Assert.Contains("已从名册和组织机构中去掉", Text(await Committee.Open(url)), StringComparison.Ordinal);
        Assert.Contains("已撤回", Text(await Committee.Open("/people/import")), StringComparison.Ordinal);
        await Import(ThreePeople);   // and it can be imported again
        Assert.Equal(before.Item1 + 3, (await Counts()).Item1);
    }

    [Fact]
    public async Task What_rests_on_it_stands_in_the_way_and_is_named()
    {
        var url = await Import(ThreePeople);
        var people = await App.Read(db => db.People.Where(p => p.BirthMonth != null).ToDictionaryAsync(p => p.Name, p => p.Id));
        var third = await App.Read(db => db.Units.SingleAsync(u => u.Name == "第三党支部"));
        await Gone("法规科", "下级单位", House.Found(UnitKind.Department, "法规科一组", await App.Read(db => db.Units.SingleAsync(u => u.Name == "法规科"))));
        await Gone("张三", "任职", new Post { UnitId = House.FirstBranch.Id, PersonId = people["张三"], Kind = PostKind.Secretary, From = new(2026, 3, 1) });
        await Gone("李四", "账号", new Account { UserName = "李四", NormalizedUserName = "李四", PersonId = people["李四"], OpenedAt = TestApp.Start });
        await House.Somebody("赵六", third);
        Assert.Contains("第三党支部（编入了别的人）", Text(await Committee.Open(url)), StringComparison.Ordinal);
        var page = await Committee.Open(url);
        Assert.Null(page.QuerySelector("main form[method=post]"));

        var before = await Counts();
        var token = (await Committee.Open("/password")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Committee.Send(url, ("__RequestVerificationToken", token))).StatusCode);
        Assert.Equal(before, await Counts());

        async Task Gone(string who, string why, object row)
        {
            if (row is Unit) await House.Save(); else await App.Given(row);
            Assert.Contains($"{who}（{why}）", Text(await Committee.Open(url)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_was_corrected_since_keeps_the_import_and_so_does_an_import_that_changed_people()
    {
        var url = await Import(ThreePeople);
        var second = await Import(ThreePeople.Row("赵六", "男", "1970.1", "中共党员", "1999.7", "第二党支部", "综合科"));
        Assert.NotNull((await Committee.Open(second)).QuerySelector("main form[method=post]"));

        var id = await App.Read(db => db.People.Where(p => p.Name == "张三").Select(p => p.Id).SingleAsync());
        await Committee.Submit($"/people/{id}/edit", ("Form.BirthMonth", "1980-06"));
        Assert.Contains("张三（更正、调动过）", Text(await Committee.Open(url)), StringComparison.Ordinal);

        var changing = await Import(new SheetBuilder().Row("姓名", "出生年月", "入党时间", "支部").Row("赵六", "1970.1", "1999.7", "第一党支部"));
        Assert.Contains("改动了 1 名已在名册的人", Text(await Committee.Open(changing)), StringComparison.Ordinal);
        Assert.Null((await Committee.Open(changing)).QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Words_that_a_register_learned_for_a_unit_go_with_the_unit()
    {
        var url = await Import(ThreePeople);
        var third = await App.Read(db => db.Units.Where(u => u.Name == "第三党支部").Select(u => u.Id).SingleAsync());
        await App.Given(new Exemplar.People.OfficeWord { OfficeId = House.Office.Id, Sort = Exemplar.People.WordSort.Unit, Word = "三支部", UnitId = third });
        await (await Committee.Submit(url)).Leads(Committee, "已撤回");
        Assert.Equal(0, await App.Read(db => db.OfficeWords.CountAsync()));
    }

    [Fact]
    public async Task Only_who_imports_there_may()
    {
        var url = await Import(ThreePeople);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/imports/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        Assert.Equal(3, await App.Read(db => db.BroughtIn.CountAsync(b => !b.IsUnit)));
    }
}
