using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.TermImport;

public sealed class ImportTermsTests : TermHouse
{
    [Fact]
    public async Task The_preview_says_by_unit_what_is_understood_what_is_asked_and_writes_nothing()
    {
        var page = await Committee.Open(await Upload(Elections));
        var text = Text(page);
        Assert.Contains("导入换届 3 次，登记任职 6 项，没有说清 1 次", text, StringComparison.Ordinal);
        Assert.Equal(["第一党支部", "第二党支部"], page.QuerySelectorAll("section[aria-label]").Select(s => s.GetAttribute("aria-label")));
        Assert.Contains("已换届，任到 2023-05-11", text, StringComparison.Ordinal);
        Assert.Contains("没有叫“第九支部”的党委、总支或支部", text, StringComparison.Ordinal);
        Assert.Contains("只写到2023年6月，按 2023-06-01 记", text, StringComparison.Ordinal);
        Assert.Contains("委员 查无此人：名册里没有这个人", text, StringComparison.Ordinal);
        Assert.Empty(await Posts());
        Assert.Null(await ElectedOn(House.FirstBranch));
    }

    [Fact]
    public async Task What_was_confirmed_becomes_terms_and_posts_that_last_as_long_as_their_term_logged()
    {
        var done = await Confirm(await Upload(Elections));
        Assert.Contains("2 个党组织换届 3 次，登记任职 6 项；1 次没有说清，没有导入", Text(done), StringComparison.Ordinal);

        Assert.Equal(["第一党支部书记 张三 2020-05-15~2023-05-11", "第一党支部委员 李四 2020-05-15~2023-05-11", "第一党支部书记 张三 2023-05-12~", "第一党支部组织委员 李四 2023-05-12~", "第一党支部宣传委员 王五 2023-05-12~", "第二党支部书记 赵六 2023-06-01~"], await Posts());
        Assert.Equal(["2020-05-15~2023-05-14 换届", "2023-05-12~2026-05-11 在任"], await Terms(House.FirstBranch));
        Assert.Equal(["2023-06-01~2026-05-31 在任"], await Terms(House.SecondBranch));
        Assert.Equal(["test.given", "units.change"], (await LogOf(House.FirstBranch.Id)).TakeLast(2));
        foreach (var id in await App.Read(db => db.Posts.Select(p => p.Id).ToListAsync())) Assert.Equal(["posts.appoint"], await LogOf(id));
        Assert.Equal(0, await App.Read(db => db.HandedInTerms.CountAsync()));
    }

    [Fact]
    public async Task What_a_note_says_was_put_off_ends_on_the_approved_day()
    {
        var url = await Upload("# 换届\n支部名称|换届时间|届期|书记|备注\n第一支部|2023-02-01|3年|张三|经机关党委同意延期至2026年12月31日");
        Assert.Contains("备注说同意延期，届满按 2026-12-31 记", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await Confirm(url);
        Assert.Equal(["2023-02-01~2026-12-31 在任"], await Terms(House.FirstBranch));
    }

    [Fact]
    public async Task A_note_that_puts_it_off_without_a_day_is_told_and_the_full_name_of_a_committee_is_known()
    {
        var text = Text(await Committee.Open(await Upload("# 换届\n党组织|换届时间|届期|备注\n第一支部|2023-02-01|3年|因人事调整，经批准延期\n中共某市水务局机关委员会|2024-03-18|5年|")));
        Assert.Contains("备注“因人事调整，经批准延期”没有写批准延期到哪一天", text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有叫", text, StringComparison.Ordinal);
        Assert.DoesNotContain("，没有说清", text, StringComparison.Ordinal);
    }

    /// <summary>委员：李四 of whoever is 组织委员 already.</summary>
    [Fact]
    public async Task Whoever_has_a_task_in_the_committee_does_not_become_a_plain_member_of_it_beside()
    {
        var person = await App.Read(db => db.People.SingleAsync(p => p.Name == "李四"));
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = person.Id, Kind = PostKind.OrganizationMember, From = new(2025, 1, 1) });
        await Confirm(await Upload("""
            # 换届
            党支部|换届时间|书记|委员
            第一党支部|2024-05-12|张三|李四、王五
            """));
        Assert.Equal(["第一党支部书记 张三 2024-05-12~", "第一党支部委员 王五 2024-05-12~", "第一党支部组织委员 李四 2025-01-01~"], (await Posts()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_sheet_twice_changes_nothing_and_a_confirmation_sent_twice_imports_once()
    {
        var url = await Upload(Elections);
        var page = await Committee.Open(url);
        for (var i = 0; i < 2; i++) await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Confirm"))).Leads(Committee, "已导入");
        Assert.Equal(1, await App.Read(db => db.ImportedTerms.CountAsync()));
        var before = await Posts();

        var again = await Committee.Open(await Upload(Elections));
        Assert.Contains("导入换届 0 次，登记任职 0 项，已在册 3 次，没有说清 1 次", Text(again), StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("main button[value=Confirm]"));
        Assert.Equal(before, await Posts());
    }

    [Fact]
    public async Task What_is_asked_can_be_said_and_is_taken_over_then()
    {
        var url = await Upload(Elections);
        var rows = await Committee.Open(url);
        var ninth = rows.QuerySelectorAll("input[name$='.Key']").Select((k, i) => (Key: k.GetAttribute("value"), i)).Single(k => k.Key == "换届!6").i;
        var second = rows.QuerySelectorAll("input[name$='.Key']").Select((k, i) => (Key: k.GetAttribute("value"), i)).Single(k => k.Key == "换届!5").i;
        await (await Committee.SubmitForm(rows, url, "main form[method=post]", ("Form.Choice", "Recheck"), ($"Form.Rows[{ninth}].Out", "true"), ($"Form.Rows[{second}].Day", "2023-06-20"))).Leads(Committee, "已按您填的重新核对");
        var page = await Committee.Open(url);
        Assert.DoesNotContain("，没有说清", Text(page), StringComparison.Ordinal);
        Assert.Contains("您选了不导入", Text(page), StringComparison.Ordinal);
        await Confirm(url);
        Assert.Equal(new DateOnly(2023, 6, 20), await ElectedOn(House.SecondBranch));
    }

    [Fact]
    public async Task A_later_election_on_record_stays_the_last_and_nobody_in_a_post_is_moved_out()
    {
        await App.Elected(House.SecondBranch, new(2025, 6, 1));
        var other = await House.Somebody("现任", House.FirstBranch);
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = other.Id, Kind = PostKind.Secretary, From = new(2024, 1, 1) });
        var page = await Committee.Open(await Upload(Elections));
        Assert.Contains("书记 张三：现任从 2024-01-01 起任书记，仍在任", Text(page), StringComparison.Ordinal);

        await Confirm(await Upload(Elections));
        Assert.Equal(new DateOnly(2025, 6, 1), await ElectedOn(House.SecondBranch));
        Assert.Equal(["2023-06-01~2026-05-31 换届", "2025-06-01~2028-05-31 在任"], await Terms(House.SecondBranch));
        Assert.Contains("第二党支部书记 赵六 2023-06-01~2025-05-31", await Posts());
        Assert.Contains("第一党支部书记 现任 2024-01-01~", await Posts());
        Assert.DoesNotContain("第一党支部书记 张三 2023-05-12~", await Posts());
    }

    [Fact]
    public async Task What_came_with_the_roster_begins_with_the_term()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = People["张三"].Id, Kind = PostKind.Secretary, From = new(2025, 1, 1), ImportId = Guid.CreateVersion7() },
            new Post { UnitId = House.SecondBranch.Id, PersonId = People["赵六"].Id, Kind = PostKind.Secretary, From = new(2025, 1, 1) });
        await Confirm(await Upload(Elections));
        Assert.Contains("第一党支部书记 张三 2023-05-12~", await Posts());
        Assert.Contains("第二党支部书记 赵六 2025-01-01~", await Posts());   // entered by hand: a sheet does not move it
    }

    [Fact]
    public async Task Members_written_with_their_task_in_brackets_or_as_plain_members_begin_with_the_term_as_well()
    {
        Post OfRoster(string name, PostKind kind) => new() { UnitId = House.FirstBranch.Id, PersonId = People[name].Id, Kind = kind, From = new(2025, 1, 1), ImportId = Guid.CreateVersion7() };
        await App.Given(OfRoster("张三", PostKind.OrganizationMember), OfRoster("李四", PostKind.PublicityMember), OfRoster("王五", PostKind.DisciplineMember), OfRoster("王五", PostKind.OrganizationMember));
        var url = await Upload("""
            # 换届
            党支部|换届时间|届满时间|委员
            第一党支部|2024-05-12|2027-05-12|张三（组织）、宣传委员李四、王五
            """);
        var text = Text(await Committee.Open(url));
        Assert.Contains("组织委员 张三（从 2025-01-01 起 → 从 2024-05-12 起）", text, StringComparison.Ordinal);
        Assert.Contains("宣传委员 李四（从 2025-01-01 起 → 从 2024-05-12 起）", text, StringComparison.Ordinal);
        Assert.Contains("委员 王五（在册是", text, StringComparison.Ordinal);
        Assert.Contains("随名册登记的 4 项任职改到换届那天起", text, StringComparison.Ordinal);
        Assert.Contains("2027-05-11", text, StringComparison.Ordinal);   // as it will stand in the list, though the sheet has the anniversary
        Assert.Contains("表里写的是第二天，说的是同一届", text, StringComparison.Ordinal);
        Assert.DoesNotContain("按每届", text, StringComparison.Ordinal);

        await Confirm(url);
        Assert.Equal(["第一党支部宣传委员 李四 2024-05-12~", "第一党支部纪检委员 王五 2024-05-12~", "第一党支部组织委员 张三 2024-05-12~", "第一党支部组织委员 王五 2024-05-12~"], (await Posts()).Order(StringComparer.Ordinal));
        var import = await App.Read(db => db.ImportedTerms.Select(t => t.Id).SingleAsync());
        await (await Committee.Submit($"/terms/imports/{import}")).Leads(Committee, "已撤回");
        Assert.All(await Posts(), p => Assert.EndsWith("2025-01-01~", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_entered_by_hand_is_not_moved_and_the_preview_names_it()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = People["张三"].Id, Kind = PostKind.Secretary, From = new(2025, 1, 1) });
        var text = Text(await Committee.Open(await Upload(Elections)));
        Assert.Contains("已在任 1 项：书记 张三（从 2025-01-01 起，手工登记的不改）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_handed_a_file_in_for_this_sees_it_here()
    {
        var url = await Upload(Elections);
        await App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office))).IsShut(url, HttpStatusCode.NotFound);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "GiveUp"))).Leads(Committee, "已取消");
        await Committee.IsShut(url, HttpStatusCode.NotFound);
    }
}
