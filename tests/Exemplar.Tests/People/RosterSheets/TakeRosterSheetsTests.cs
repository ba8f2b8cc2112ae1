using System.Diagnostics;
using System.Globalization;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Exemplar.Tests.People.RosterSheets;

public sealed class TakeRosterSheetsTests(ITestOutputHelper output) : RosterSheetHouse
{
    [Fact]
    public async Task Twenty_files_at_once_have_a_line_each_and_one_press_takes_over_those_that_are_clear()
    {
        var branches = Enumerable.Range(3, 18).Select(n => House.Found(UnitKind.Branch, $"第{n}党支部", House.Committee)).ToList();
        await House.Save();
        foreach (var (n, branch) in branches.Index())
            for (var i = 0; i < 12; i++) await Somebody($"{(char)('一' + n)}{(char)('丁' + i)}", new(1970 + i, 1 + (n % 12), 1), branch, House.General);
        List<(string Name, byte[] File)> files = [.. await Issued()];
        Assert.Equal(20, files.Count);
        files = files.ConvertAll(f => f.Name.Contains("第3", StringComparison.Ordinal) ? (f.Name, Add(f.File, "新来一", "1995.3", "2020.7"))
            : f.Name.Contains("第4", StringComparison.Ordinal) ? (f.Name, Fill(f.File, First, ('D', "上个世纪")))
            : f.Name.Contains("第5", StringComparison.Ordinal) ? (f.Name, Fill(f.File, First + 2, ('K', "退休")))
            : f.Name.Contains("第6", StringComparison.Ordinal) ? (f.Name, Fill(f.File, First + 1, [.. "BCDEFGHIJKL".Select(c => (c, (object?)null))]))
            : f.Name.Contains("第7", StringComparison.Ordinal) ? (f.Name, Fill(f.File, First, ('H', "第8党支部")))
            : f.Name.Contains("第9", StringComparison.Ordinal) ? (f.Name, Fill(f.File, First, ('K', "调离"))) : f);
        var began = Stopwatch.GetTimestamp();
        var page = await Results([.. files]);
        output.WriteLine($"read and shown in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");

        string Of(int n) => Line(page, files.Single(f => f.Name.Contains($"第{n}党", StringComparison.Ordinal)).Name);
        Assert.Equal(20, page.QuerySelectorAll("tr[data-file]").Length);
        Assert.Equal("第3党支部 可以导入 13 行 1 0 0 0 0 12", Of(3));
        Assert.Equal("第4党支部 有 1 处错误 12 行 0 0 0 0 0 11", Of(4));
        Assert.Equal("第5党支部 可以导入 12 行 0 1 0 0 0 11", Of(5));
        Assert.Equal("第6党支部 1 处要您定 11 行 0 0 0 0 0 11", Of(6));
        Assert.Equal("第7党支部 可以导入 12 行 0 0 0 1 0 11", Of(7));
        Assert.Equal("第8党支部 没有变动 12 行 0 0 0 0 0 12", Of(8));
        Assert.Equal("第9党支部 可以导入 12 行 0 0 0 0 1 11", Of(9));
        Assert.All(Enumerable.Range(10, 11), n => Assert.Equal($"第{n}党支部 没有变动 12 行 0 0 0 0 0 12", Of(n)));
        Assert.Equal(["第 5 行 D 列：出生年月“上个世纪”不是日期"], Wrong(page, files.Single(f => f.Name.Contains("第4党", StringComparison.Ordinal)).Name));
        Assert.Equal(0, await App.Read(db => db.ImportedRosters.CountAsync()));

        began = Stopwatch.GetTimestamp();
        page = await Take("已导入 18 份（第一党支部、第二党支部、第3党支部等）：新登记 1 人，变动 3 人");
        output.WriteLine($"taken over in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
        Assert.Equal(2, page.QuerySelectorAll("tr[data-file]").Length);
        var done = await App.Read(db => db.ImportedRosters.AsNoTracking().ToListAsync());
        Assert.Equal((18, 1, 3), (done.Count, done.Sum(d => d.Added), done.Sum(d => d.Changed)));
        Assert.Equal(18, done.DistinctBy(d => d.At.UtcTicks.ToString(CultureInfo.InvariantCulture) + d.Id).Count());
        Assert.True(IsIn(Assert.Single(await Everybody("新来一")), branches[0]));
        Assert.All(done, d => Assert.Equal(["people.import"], LogOf(d.Id).Result));
    }

    [Fact]
    public async Task What_went_out_and_comes_back_as_it_is_changes_nobody()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = Yi.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1), Basis = "选举" });
        await Somebody("阿依古丽·买买提", new(1991, 2, 1), House.FirstBranch);
        Person[] odd =
        [
            new() { Name = "同名", Status = MemberStatus.Full },   // two of one name without any date
            new() { Name = "同名", Status = MemberStatus.Full },
            new() { Name = "察看", BirthMonth = new(1970, 1, 1), Status = MemberStatus.OnProbationInParty, JoinedOn = Exemplar.Kernel.PartialDate.MonthOf(new(1995, 7, 1)) },
            new() { Name = "预备", BirthMonth = new(1999, 1, 1), Status = MemberStatus.Probationary, IsRetired = true },
            new() { Name = "出党", BirthMonth = new(1965, 1, 1), JoinedOn = Exemplar.Kernel.PartialDate.MonthOf(new(1990, 7, 1)) },
        ];
        foreach (var person in odd) person.Memberships.Add(new() { PersonId = person.Id, UnitId = (person.IsMember ? House.FirstBranch : House.General).Id, From = new(2026, 3, 10) });
        await App.Given([.. odd]);
        var before = await App.Read(db => db.LogEntries.CountAsync(e => e.RecordType == nameof(Person)));

        var files = await Issued(House.FirstBranch, House.SecondBranch, House.General);
        var page = await Results([.. files]);
        Assert.All(files, f => Assert.Contains("没有变动", Line(page, f.Name), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll(".findings"));
        await Take("已导入 3 份");

        Assert.Equal(before, await App.Read(db => db.LogEntries.CountAsync(e => e.RecordType == nameof(Person))));
        Assert.Equal((0, 0, 10), (await App.Read(db => db.ImportedRosters.SumAsync(r => r.Added)), await App.Read(db => db.ImportedRosters.SumAsync(r => r.Changed)), await App.Read(db => db.ImportedRosters.SumAsync(r => r.Unchanged))));
    }

    [Fact]
    public async Task New_changed_moved_and_left_are_shown_and_done_in_one_commit_with_the_log()
    {
        var account = await House.AccountOf(Yi, "乙二", (Role.Member, House.FirstBranch));
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = Yi.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1), Basis = "选举" });
        var first = Change(Change(await SheetOf(House.FirstBranch), "甲一", ('C', "男"), ('D', "1980.6"), ('J', "组织委员")), "乙二", ('K', "调离"));
        first = Add(Add(first, "新来二", "1993.1", "2018.7.1", ('C', "男"), ('I', "综合科")), "丙三", "1990年7月", "2015年7月");
        var page = await Results(("一.xlsx", first));

        Assert.Equal("第一党支部 可以导入 4 行 1 1 1 0 1 0", Line(page, "一.xlsx"));
        Assert.Equal(
        [
            "甲一：性别：女 → 男；出生年月：1980年5月 → 1980年6月", "乙二：从 2026-03-10 起调离，职务和角色同时到期", "新来二：新登记", "丙三：支部：第二党支部 → 第一党支部", "甲一：任第一党支部组织委员",
        ], Moving(page, "一.xlsx"));
        await Take("已导入 1 份（第一党支部）：新登记 1 人，变动 3 人，无变动 0 人");

        var (jia, yi, bing) = (await Now(Jia.Id), await Now(Yi.Id), await Now(Bing.Id));
        Assert.Equal((Sex.Male, new DateOnly(1980, 6, 1)), (jia.Sex, jia.BirthMonth));
        Assert.True(yi.HasLeft && IsIn(bing, House.FirstBranch) && !IsIn(bing, House.SecondBranch));
        Assert.Equal([(PostKind.Secretary, (DateOnly?)new DateOnly(2026, 3, 9)), (PostKind.OrganizationMember, null)], (await App.Read(db => db.Posts.OrderBy(p => p.From).Select(p => new { p.Kind, p.To }).ToListAsync())).Select(p => (p.Kind, p.To)));
        Assert.NotNull(await App.Read(db => db.Grants.Where(g => g.AccountId == account).Select(g => g.To).SingleAsync()));
        Assert.All((Guid[])[Jia.Id, Yi.Id, Bing.Id], id => Assert.Equal("people.import", LogOf(id).Result[^1]));
        Assert.Equal(0, await App.Read(db => db.HandedInRosters.CountAsync()));
    }

    [Fact]
    public async Task An_error_is_told_by_row_and_column_and_keeps_the_whole_file_back_and_no_other()
    {
        var first = Change(Change(await SheetOf(House.FirstBranch), "甲一", ('F', "十年前")), "乙二", ('C', "男"));
        var page = await Results(("一.xlsx", first), ("二.xlsx", Change(await SheetOf(House.SecondBranch), "丙三", ('C', "男"))));

        Assert.Equal("第一党支部 有 1 处错误 2 行 0 1 0 0 0 0", Line(page, "一.xlsx"));
        Assert.Equal(["第 5 行 F 列：入党时间“十年前”不是日期"], Wrong(page, "一.xlsx"));
        await Take("已导入 1 份（第二党支部）");
        Assert.Equal((Sex.Female, Sex.Male), ((await Now(Yi.Id)).Sex, (await Now(Bing.Id)).Sex));
    }

    [Fact]
    public async Task When_the_roster_moves_on_after_the_lines_were_shown_the_file_stays_and_says_so()
    {
        await Results(("一.xlsx", Change(await SheetOf(House.FirstBranch), "甲一", ('C', "男"))), ("二.xlsx", await SheetOf(House.SecondBranch)));
        var seen = await Committee.Open(Returned);
        await (await Committee.Submit($"/people/{Jia.Id}/edit", ("Form.Name", "甲一改"))).Leads(Committee, "");

        var page = await (await Committee.SubmitForm(seen, Returned, "main form[method=post]")).Leads(Committee, "已导入 1 份");
        Assert.Contains("没有导入：《一.xlsx》下面的内容与您刚才看到的不同", page.Receipt(), StringComparison.Ordinal);
        Assert.Equal(["甲一改：性别：女 → 男"], Moving(page, "一.xlsx"));
        await Take();
        Assert.Equal(("甲一改", Sex.Male), ((await Now(Jia.Id)).Name, (await Now(Jia.Id)).Sex));
    }

    [Fact]
    public async Task What_brought_only_new_people_can_be_taken_back_as_a_whole()
    {
        await Results(("一.xlsx", Add(await SheetOf(House.FirstBranch), "新来三", "1993.1", "2018.7")));
        await Take();
        var import = await App.Read(db => db.ImportedRosters.Select(r => r.Id).SingleAsync());
        await (await Committee.Submit($"/people/imports/{import}")).Leads(Committee, "已撤回");
        Assert.Empty(await Everybody("新来三"));
    }

    [Fact]
    public async Task A_file_or_all_of_them_can_be_given_up_and_others_see_none_of_it()
    {
        await Results(("一.xlsx", await SheetOf(House.FirstBranch)), ("二.xlsx", await SheetOf(House.SecondBranch)));
        var other = App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office)));
        Assert.Empty((await other.Open(Returned)).QuerySelectorAll("tr[data-file]"));

        var page = await Committee.Open(Returned);
        var one = page.QuerySelector("tr[data-file='一.xlsx'] button[name='Form.GiveUp']")!.GetAttribute("value")!;
        page = await (await Committee.SubmitForm(page, Returned, "main form[method=post]", ("Form.GiveUp", one))).Leads(Committee, "已取消");
        Assert.Equal(["二.xlsx"], page.QuerySelectorAll("tr[data-file]").Select(r => r.GetAttribute("data-file")));
        await (await Committee.SubmitForm(page, Returned, "main form[method=post]", ("Form.GiveUpAll", "true"))).Leads(Committee, "已取消");
        Assert.Equal((0, 0), (await App.Read(db => db.HandedInRosters.CountAsync()), await App.Read(db => db.ImportedRosters.CountAsync())));
    }

    [Fact]
    public async Task Nothing_clear_is_refused_and_nobody_else_comes_in()
    {
        await Results(("一.xlsx", Clear(await SheetOf(House.FirstBranch), "甲一")));
        await (await Committee.Submit(Returned)).Refuses("", "没有可以直接导入的文件");
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Returned, System.Net.HttpStatusCode.Forbidden);
    }
}
