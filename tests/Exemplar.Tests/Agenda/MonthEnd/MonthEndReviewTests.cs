using System.Net;
using AngleSharp.Dom;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Documents.Templates;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.MonthEnd;

/// <summary>On 10 March 2026 February is being closed and March runs; both branches are kept since January.</summary>
public sealed class MonthEndReviewTests : MeetingHouse
{
    private const string February = "/month-end?Period=Month:2026-02-01";
    private const string March = "/month-end?Period=Month:2026-03-01";

    private Task Keep() => App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);

    private static List<string> Units(IDocument page) => [.. page.QuerySelectorAll(".month-end h2").Select(h => h.TextContent)];

    private static List<string> Items(IDocument page, string unit) =>
        [.. page.QuerySelectorAll(".month-end").Single(s => s.QuerySelector("h2")!.TextContent == unit).QuerySelectorAll("li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static string Text(IDocument page, Unit unit) => page.QuerySelector($"#t-{unit.Id:N}")!.TextContent;

    [Fact]
    public async Task Units_stand_in_organization_order_with_what_they_miss_and_what_is_at_risk()
    {
        await Keep();
        Assert.Equal(["第一党支部", "第二党支部"], Units(await Committee.Open(February)));

        await App.Fact("held.party-day", House.FirstBranch, new(2026, 2, 6));
        var page = await Committee.Open(February);
        Assert.Equal(["第二党支部"], Units(page));
        Assert.Contains("另有 1 个单位没有要办的，不列", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("主题党日 2026年2月，还差 1 次，最后一天 2026-02-28 未完成 安排", Items(page, "第二党支部")[0]);
        Assert.Contains("支部党员大会 2026年一季度，还差 1 次，最后一天 2026-03-31 快到期 安排", Items(await Committee.Open(March), "第二党支部"));
        var first = page.QuerySelector(".month-end li a")!.GetAttribute("href")!;
        Assert.Contains("支部工作条例", (await Committee.Open(first)).Body!.TextContent, StringComparison.Ordinal);   // each opens to its explanation
    }

    /// <summary>In the last days of November the fourth quarter's 党员大会 was not there yet, though only December was left for it.</summary>
    [Fact]
    public async Task While_a_month_runs_what_a_quarter_still_owes_is_there_and_what_has_not_begun_is_not()
    {
        await Keep();
        App.Clock.SetUtcNow(new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));
        var items = Items(await Committee.Open("/month-end?Period=Month:2026-11-01"), "第二党支部");
        Assert.Contains(items, i => i.StartsWith("支部党员大会 2026年四季度，还差 1 次，最后一天 2026-12-31", StringComparison.Ordinal));
        Assert.DoesNotContain(items, i => i.Contains("2026年12月", StringComparison.Ordinal));
        Assert.DoesNotContain(Items(await Committee.Open("/month-end?Period=Month:2026-10-01"), "第二党支部"), i => i.Contains("2026年四季度", StringComparison.Ordinal));   // October is over
    }

    [Fact]
    public async Task What_was_recorded_late_and_what_is_not_signed_is_named_with_the_way_on()
    {
        await Keep();
        var late = await Held(MeetingKind.PartyDay, new(2026, 3, 3));
        var intime = await Held(MeetingKind.Members, new(2026, 3, 9));
        var page = await Secretary.Open(March);

        Assert.Contains("主题党日（3 月 3 日） 补记，2026-03-10 09:00 录入，只在单位内看得到", Items(page, "第一党支部"));
        Assert.DoesNotContain(Items(page, "第一党支部"), i => i.Contains("3 月 9 日） 补记", StringComparison.Ordinal));
        Assert.Equal([late, intime], page.QuerySelectorAll("a[href$='/papers/minutes']").Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/')[2])));
        Assert.Equal(HttpStatusCode.OK, (await Secretary.GetAsync($"/meetings/{late}/papers/minutes")).StatusCode);
        var words = Text(await Committee.Open(March), House.FirstBranch);
        Assert.Contains("会议记录还没有签字：主题党日（3月3日）、支部党员大会（3月9日）", words, StringComparison.Ordinal);
        Assert.DoesNotContain("补记，", words, StringComparison.Ordinal);   // nobody is reproached with having been late
    }

    [Fact]
    public async Task Each_secretary_gets_words_of_their_own_and_the_group_words_that_name_nobody()
    {
        await Keep();
        var page = await Committee.Open(February);
        Assert.Equal("""
            书记甲同志：第一党支部2026年2月有下面几件事，请您看一下。
            主题党日（2026年2月）还差 1 次，已过 2月28日
            开过、只是没有记录的，按实际日期补记就行。不用另报材料，不用照片。
            """.ReplaceLineEndings("\n"), Text(page, House.FirstBranch));
        Assert.StartsWith("第二党支部：2026年2月有下面几件事", Text(page, House.SecondBranch), StringComparison.Ordinal);   // nobody holds the post

        var group = page.QuerySelector("#group")!.TextContent;
        Assert.Contains("主题党日（2月28日）", group, StringComparison.Ordinal);
        Assert.DoesNotContain("第一", group, StringComparison.Ordinal);
        Assert.DoesNotContain("书记甲", group, StringComparison.Ordinal);

        await App.Fact("held.party-day", House.FirstBranch, new(2026, 2, 6));
        await App.Fact("held.party-day", House.SecondBranch, new(2026, 2, 6));
        Assert.Equal(group, (await Committee.Open(February)).QuerySelector("#group")!.TextContent);   // what was done changes nothing in it
    }

    [Fact]
    public async Task What_is_planned_already_is_said_so_and_not_asked_for_again()
    {
        await Keep();
        var planned = await Planned(MeetingKind.PartyDay, new(2026, 3, 20));
        App.Clock.Advance(TimeSpan.FromDays(14));   // 24 March
        Assert.DoesNotContain("已安排", string.Concat(Items(await Committee.Open(March), "第一党支部")), StringComparison.Ordinal);   // its day has passed
        var later = await Planned(MeetingKind.PartyDay, new(2026, 3, 27));
        var page = await Committee.Open(March);
        Assert.Equal("已安排 3 月 27 日", page.QuerySelector($"a[href='/meetings/{later}']")!.TextContent);
        Assert.Contains("还差 1 次，已安排在3月27日", Text(page, House.FirstBranch), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/meetings/{planned}']"));
    }

    [Fact]
    public async Task A_quarter_shows_all_its_months_and_a_young_month_the_one_before()
    {
        await Keep();
        var quarter = Items(await Committee.Open("/month-end?Period=Quarter:2026-01-01"), "第二党支部");
        Assert.Equal(2, quarter.Count(i => i.StartsWith("主题党日", StringComparison.Ordinal)));   // January, February; March is not at risk yet
        Assert.EndsWith("2026年3月", (await Committee.Open("/month-end")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        App.Clock.Advance(TimeSpan.FromDays(25));   // 4 April
        Assert.EndsWith("2026年3月", (await Committee.Open("/month-end?Period=Year:2026-01-01")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_ends_is_told_half_a_year_before_with_its_year()
    {
        await Keep();
        await App.Fact("held.party-day", House.FirstBranch, new(2026, 2, 6));
        await App.Fact("elected", House.FirstBranch, new(2023, 6, 1));
        Assert.Contains(Items(await Secretary.Open(February), "第一党支部"), i => i.Contains("任期届满，最后一天 2026-05-31 快到期", StringComparison.Ordinal));
        Assert.EndsWith("本届任期2026年5月31日届满，请着手准备\n不用另报材料，不用照片。", Text(await Committee.Open(February), House.FirstBranch), StringComparison.Ordinal);
    }

    /// <summary>What is mostly held early in the next year is not asked for by New Year's Eve.</summary>
    [Fact]
    public async Task What_may_be_held_early_in_the_next_year_is_asked_for_with_that()
    {
        await Keep();
        App.Clock.Advance(new DateTimeOffset(2026, 12, 10, 1, 0, 0, TimeSpan.Zero) - App.Clock.GetUtcNow());
        var words = Text(await Committee.Open("/month-end"), House.FirstBranch);
        Assert.Contains("组织生活会（2026年）还差 1 次：年底开，或者2027年3月底以前开、按2026年度记，请定好时间", words, StringComparison.Ordinal);
        Assert.Contains("支部党员大会（2026年四季度）还差 1 次，请在12月31日以前开展", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_is_not_given_words_to_send_to_the_own_branch()
    {
        await Keep();
        Assert.NotEmpty(Items(await Secretary.Open(February), "第一党支部"));
        Assert.Null((await Secretary.Open(February)).QuerySelector("textarea"));
        Assert.NotNull((await Committee.Open(February)).QuerySelector($"#t-{House.FirstBranch.Id:N}"));
    }

    [Fact]
    public async Task Whose_probation_ends_is_named_to_the_own_secretary_and_to_nobody_else()
    {
        await Keep();
        await App.Fact("held.party-day", House.FirstBranch, new(2026, 2, 6));
        var ends = await Joined("陶某", "2025-04-06", House.FirstBranch);   // within thirty days, beyond March
        await Joined("早某", "2025-02-20", House.FirstBranch);
        await Joined("月某", "2025-03", House.FirstBranch);
        await Joined("远某", "2025-04-20", House.FirstBranch);
        await Joined("外某", "2025-03-21", House.SecondBranch);
        await Joined("满某", "2025-03-20", House.FirstBranch, MemberStatus.Full);

        var page = await Committee.Open(March);
        Assert.Equal(["月某预备期满，讨论转正 预备期一年，2026-03满 未完成 安排", "陶某预备期满，讨论转正 预备期一年，2026-04-06满 快到期 安排"], Items(page, "第一党支部").Where(i => i.Contains("预备期", StringComparison.Ordinal)));
        Assert.NotNull(page.QuerySelector($".month-end a[href='/people/{ends}']"));
        var words = Text(page, House.FirstBranch);
        Assert.Contains("月某同志的预备期2026年3月已经满，请讨论能否转正；已经讨论过的，告诉我结果和日期", words, StringComparison.Ordinal);
        Assert.Contains("陶某同志的预备期2026年4月6日满，请讨论能否转正；转正申请由本人先交", words, StringComparison.Ordinal);
        Assert.DoesNotContain("外某", words, StringComparison.Ordinal);
        Assert.DoesNotContain("某", page.QuerySelector("#group")!.TextContent, StringComparison.Ordinal);   // the group of all secretaries is told of nobody

        var closed = await Committee.Open(February);   // February is over: what ended in it, and nothing later
        Assert.Equal("""
            书记甲同志：第一党支部2026年2月有下面几件事，请您看一下。
            早某同志的预备期2026年2月20日已经满，请讨论能否转正；已经讨论过的，告诉我结果和日期
            不用另报材料，不用照片。
            """.ReplaceLineEndings("\n"), Text(closed, House.FirstBranch));
        Assert.DoesNotContain("外某", (await Secretary.Open(March)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Guid> Joined(string name, string on, Unit branch, MemberStatus status = MemberStatus.Probationary)
    {
        var person = new Person { Name = name, Status = status, JoinedOn = PartialDate.FromStored(on), Memberships = [] };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = branch.Id, From = new(2025, 1, 1) });
        await App.Given(person);
        return person.Id;
    }

    [Fact]
    public async Task A_term_that_is_over_stays_until_there_is_an_election()
    {
        await Keep();
        await App.Fact("elected", House.FirstBranch, new(2022, 6, 1));
        Assert.Contains(Items(await Secretary.Open(February), "第一党支部"), i => i.Contains("最后一天 2025-05-31 未完成", StringComparison.Ordinal));
        Assert.Contains("2025年5月31日届满，请尽快换届", Text(await Committee.Open(February), House.FirstBranch), StringComparison.Ordinal);
        await App.Fact("elected", House.FirstBranch, new(2026, 1, 20));
        Assert.DoesNotContain(Items(await Secretary.Open(February), "第一党支部"), i => i.Contains("任期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_leading_body_is_listed_and_gets_no_words()
    {
        var body = House.Found(UnitKind.PartyLeadershipGroup, "党组", House.Office);
        await House.Save();
        await App.Keep(new(2026, 1, 1), body, House.FirstBranch);
        var page = await Committee.Open(February);
        Assert.Contains(Items(page, "党组"), i => i.StartsWith("党组会 2026年2月", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector($"#t-{body.Id:N}"));
        Assert.DoesNotContain("党组会", page.QuerySelector("#group")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duties_of_Party_groups_stand_with_their_branch()
    {
        await Keep();
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        await App.Keep(new(2026, 1, 1), group);
        Assert.Contains(Items(await Secretary.Open(February), "第一党支部"), i => i.StartsWith("第一党支部·第一党小组：党小组会 2026年2月，还差 1 次", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secretary_sees_the_own_branch_only_and_no_words_for_the_group()
    {
        await Keep();
        var page = await Secretary.Open(February);
        Assert.Equal(["第一党支部"], Units(page));
        Assert.Null(page.QuerySelector("#group"));
        Assert.NotNull(page.QuerySelector($"a[href='/units/{House.FirstBranch.Id}/handbook/2026']"));
        Assert.DoesNotContain("第二", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_missing_and_nobody_kept_each_say_so()
    {
        Assert.Contains("还没有单位启用", (await Committee.Open(February)).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        await App.Keep(new(2026, 3, 10), House.FirstBranch);
        Assert.Equal("2026年2月没有未完成、快到期、补记或没签字的。", (await Committee.Open(February)).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task A_form_of_each_quarter_is_due_with_its_last_month_until_it_is_filled()
    {
        await Keep();
        var point = (await Committee.SubmitFile("/forms/new", "Form.File", "表.xlsx", LifeBlanks.QuarterTable().File)).Headers.Location!.OriginalString;
        var form = (await Committee.Submit(point)).Headers.Location!.OriginalString;
        Assert.Null((await Committee.Open(March)).QuerySelector(".forms-due"));   // nobody knows yet how often it comes
        await Fill("Quarter:2025-10-01");

        var due = (await Committee.Open(March)).QuerySelector(".forms-due a")!;
        Assert.Equal(($"{form}?Period=Quarter:2026-01-01", "2026年一季度“三会一课”开展情况统计表"), (due.GetAttribute("href"), due.TextContent));
        Assert.Null((await Committee.Open(February)).QuerySelector(".forms-due"));
        Assert.Equal("Quarter:2026-01-01", (await Committee.Open(due.GetAttribute("href")!)).QuerySelector("select[name='Form.Period'] option[selected]")!.GetAttribute("value"));

        await Fill("Quarter:2026-01-01");
        Assert.Null((await Committee.Open(March)).QuerySelector(".forms-due"));

        async Task Fill(string period)
        {
            var answer = await Committee.Submit(form, ("Form.Period", period));
            if (!answer.IsSuccessStatusCode) answer = await Committee.SubmitForm(await answer.Read(), form, "main form[method=post]", ("Form.NoRecord", "NotHeld"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task It_opens_from_the_workbench_and_the_matrix_for_those_whom_it_concerns_and_for_nobody_else()
    {
        foreach (var browser in new[] { Committee, Secretary, Recorder })
            foreach (var address in new[] { "/", "/year" })
                Assert.NotNull((await browser.Open(address)).QuerySelector("main a[href='/month-end']"));
        Assert.Null((await Inspector.Open("/year")).QuerySelector("a[href='/month-end']"));
        await Inspector.IsShut("/month-end", HttpStatusCode.Forbidden);   // late entry is not for superiors
        await Member.IsShut("/month-end", HttpStatusCode.Forbidden);
        await (await As(Role.DepartmentHead, House.General)).IsShut("/month-end", HttpStatusCode.Forbidden);
    }
}
