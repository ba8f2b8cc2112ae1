using Exemplar.Documents.Official;
using Exemplar.Meetings;
using Exemplar.Meetings.Papers;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Documents.Official.Printing;

namespace Exemplar.Tests.Meetings.Papers;

/// <summary>What the papers say, that they are sound .docx (GivenDocument validates), and how they come out of the printer.</summary>
public sealed class PapersTests
{
    public static readonly IReadOnlyDictionary<string, Func<OfficialDocument>> All = new Dictionary<string, Func<OfficialDocument>>
    {
        ["会议记录"] = () => MinutesPaper.Of(GivenPaper.Held()),
        ["会议记录（党组）"] = () => MinutesPaper.Of(GivenPaper.Leadership()),
        ["空白记录"] = () => BlankMinutes.Of(GivenPaper.Planned()),
        ["签名表"] = () => SignatureList.Of(GivenPaper.Planned()),
        ["签名表（300人）"] = () => SignatureList.Of(GivenPaper.Planned(300)),
        ["会议通知"] = () => NoticePaper.Of(GivenPaper.Planned(), new(2026, 3, 2)),
        ["会议议程"] = () => AgendaPaper.Of(GivenPaper.Planned(12)),
        ["选举结果报告"] = () => Report(20),
        ["纪要"] = () => RedMinutes.Of(GivenPaper.Held()),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static OfficialDocument Report(int members)
    {
        var paper = GivenPaper.Held(members);
        return ElectionReport.Of(paper, paper.Elections[0], "临江市人民政府办公室机关党委", new(2026, 3, 9));
    }

    private static string Text(OfficialDocument document) => GivenDocument.TextOf(OfficialDocumentWriter.Write(document));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_paper_is_valid_and_carries_its_body(string name) => Assert.Contains("临江市人民政府办公室", Text(All[name]()), StringComparison.Ordinal);

    [Fact]
    public void Minutes_hold_the_record_and_leave_room_where_nobody_wrote()
    {
        var text = Text(All["会议记录"]());

        Assert.Contains("应到 20 人，实到 18 人；有表决权的应到 20 人，实到 18 人", text, StringComparison.Ordinal);
        Assert.Contains("（请假：出差）", text, StringComparison.Ordinal);
        Assert.Contains("本议题为重大事项（大额资金使用）。会前征求意见：2026年3月2日征求全体支委和青年党员代表意见。会上逐人发言，主要负责人最后表态。", text, StringComparison.Ordinal);
        Assert.Contains("表决：举手：有表决权的应到 20 人，实到 18 人，赞成 17 票，反对 0 票，弃权 1 票。通过。", text, StringComparison.Ordinal);
        Assert.Contains("决定：同意经费方案，由组织委员牵头实施。", text, StringComparison.Ordinal);
        Assert.Contains("2026年6月30日", text, StringComparison.Ordinal);
        Assert.Contains("发言情况：", text, StringComparison.Ordinal);
        Assert.Contains("主持人签名", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_say_when_the_notice_was_given_and_without_one_nothing_of_it()
    {
        var paper = GivenPaper.Planned();
        Assert.DoesNotContain("会议通知", Text(MinutesPaper.Of(paper)), StringComparison.Ordinal);
        Assert.Null(paper.Meeting.Notice(new(null, null, new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)))));
        Assert.Contains("2026年3月2日发出", Text(MinutesPaper.Of(paper)), StringComparison.Ordinal);
    }

    [Fact]
    public void Elections_stand_under_their_item_and_what_follows_is_no_item_of_the_agenda()
    {
        var lines = Text(All["会议记录"]()).Split('\n').Select(l => l.Trim()).ToList();

        Assert.Equal(["一、通报上季度议定事项落实情况", "二、审议2026年活动经费使用方案", "三、增补支部委员会委员"], lines.Where(l => l.Length > 2 && "一二三四五六".Contains(l[0], StringComparison.Ordinal) && l[1] == '、'));
        Assert.True(lines.FindIndex(l => l.StartsWith("选举第一党支部委员会委员：", StringComparison.Ordinal)) > lines.IndexOf("三、增补支部委员会委员"));
        Assert.Contains("同意经费方案，由组织委员牵头实施。", lines[lines.IndexOf("议定事项的落实：")..]);
        Assert.DoesNotContain("实施2026年活动经费使用方案", lines);
    }

    [Fact]
    public void A_party_day_which_votes_on_nothing_prints_no_right_to_vote()
    {
        var paper = GivenPaper.Held();
        var text = Text(MinutesPaper.Of(paper with { Kind = MeetingKinds.Read().Find(MeetingKind.PartyDay)! }));
        Assert.Contains("应到 20 人，实到 18 人", text, StringComparison.Ordinal);
        Assert.DoesNotContain("有表决权的应到 20 人，实到 18 人\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("；有表决权", text, StringComparison.Ordinal);
    }

    [PrintedFact]
    public void A_date_in_the_table_of_tasks_stays_on_one_line()
    {
        var paper = GivenPaper.Held();
        var pages = Printer.Print(new Dictionary<string, OfficialDocument> { ["minutes"] = MinutesPaper.Of(paper with { Tasks = [paper.Tasks[0] with { DueOn = new(2026, 12, 20) }] }) })["minutes"];
        var words = pages.SelectMany(p => p.Words).ToList();
        var of = words.SelectMany(w => w.Text.Select(_ => w)).ToList();
        var at = string.Concat(words.Select(w => w.Text)).IndexOf("2026年12月20日", StringComparison.Ordinal);
        Assert.True(at >= 0, "torn apart by what stands beside it");
        Assert.InRange(of.GetRange(at, 11).Max(w => w.Bottom) - of.GetRange(at, 11).Min(w => w.Top), 0, 12);   // one line of type: millimetres
    }

    [Fact]
    public void Of_a_leadership_group_no_text_comes_out_even_if_somebody_handed_it_in()
    {
        var paper = GivenPaper.Leadership();
        var text = string.Concat(new[] { MinutesPaper.Of(paper), AgendaPaper.Of(paper), NoticePaper.Of(paper, new(2026, 3, 2)), SignatureList.Of(paper) }.Select(Text));

        Assert.DoesNotContain("不该存的", text, StringComparison.Ordinal);
        Assert.Contains("干部任免事项（档案号 党组2026-7）", text, StringComparison.Ordinal);
        Assert.Contains("赞成 6 票", text, StringComparison.Ordinal);
        Assert.False(RedMinutes.MayPrint(paper.Kind, paper.Unit.Kind));
    }

    [Fact]
    public void On_a_major_matter_whoever_chairs_speaks_last()
    {
        var planned = GivenPaper.Planned(12);
        var order = Text(AgendaPaper.Of(planned)).Split('\n').Single(line => line.StartsWith("发言顺序：", StringComparison.Ordinal));

        Assert.EndsWith($"、{planned.Chair}（最后表态）。", order, StringComparison.Ordinal);
        Assert.All(planned.Due, name => Assert.Contains(name, order, StringComparison.Ordinal));
        Assert.Contains("与会人员逐人发言", Text(AgendaPaper.Of(GivenPaper.Planned(40))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_on_an_election_names_who_was_elected_and_asks_for_nothing()
    {
        var text = Text(All["选举结果报告"]());

        Assert.Contains("发出选票 18 张，收回 18 张，其中有效票 17 张、无效票 1 张。选举有效，名额选足。", text, StringComparison.Ordinal);
        Assert.Contains("当选（3 名，按选票上的顺序）：", text, StringComparison.Ordinal);
        Assert.DoesNotContain("请批", text, StringComparison.Ordinal);
        Assert.DoesNotContain("请示", text, StringComparison.Ordinal);
    }

    [PrintedFact]
    public void Three_hundred_names_run_over_pages_under_the_same_heading()
    {
        var pages = Printer.Print(new Dictionary<string, OfficialDocument> { ["list"] = All["签名表（300人）"]() })["list"];

        Assert.True(pages.Count > 5);
        Assert.All(pages, page => Assert.Equal(2, page.Words.Count(w => w.Text == "签名")));
        Assert.All(Enumerable.Range(1, 300), n => Assert.Contains(pages, page => page.Words.Any(w => w.Text == $"{n}")));
    }
}
