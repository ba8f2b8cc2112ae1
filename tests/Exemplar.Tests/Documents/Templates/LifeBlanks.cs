using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>What superiors ask of organizational life, no two blanks alike, each with what a clerk would point at. Written before the offers and their synonyms.</summary>
internal static class LifeBlanks
{
    public sealed record Expected(string Label, string Offer);

    public sealed record Blank(string Name, byte[] File, IReadOnlyList<Expected> Wants);

    public static IEnumerable<Blank> All => [QuarterTable(), YearColumns(), MeetingLedger(), OneBranch(), OneBranchCrossed(), ThreeRowHeading(), LedgerOfAll(), TermList()];

    /// <summary>Groups 应开 and 实开 below each kind, and an empty row of sums.</summary>
    public static Blank QuarterTable() => new("季度统计表", BlankWorkbook.Build(new BlankSheet("统计表")
        .Put("A1", 4, "2026年一季度“三会一课”开展情况统计表").Merge("A1:N1")
        .Put("A2", 0, "填报单位（盖章）：                填报日期：    年   月   日").Merge("A2:N2")
        .Put("A3", 2, "序号", "支部名称", "党员数", "党员大会", "", "支委会", "", "党小组会", "", "党课", "", "主题党日", "", "备注")
        .Put("A4", 2, "", "", "", "应开", "实开", "应开", "实开", "应开", "实开", "应开", "实开", "应开", "实开", "")
        .Merge("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:I3", "J3:K3", "L3:M3", "N3:N4").Draw("A5:N6", 1)
        .Put("A7", 1, "合计", "", "", "", "", "", "", "", "", "", "", "", "", "").Merge("A7:B7")),
        [new("填报单位（盖章）", "unit.name"), new("填报日期", "filler.today"), new("支部名称", "branch.name"), new("党员数", "branch.people"),
            new("党员大会／应开", "branch.required.members"), new("党员大会／实开", "branch.held.members"), new("支委会／应开", "branch.required.committee"), new("支委会／实开", "branch.held.committee"),
            new("党小组会／应开", "branch.required.group"), new("党小组会／实开", "branch.held.group"), new("党课／应开", "branch.required.lecture"), new("党课／实开", "branch.held.lecture"),
            new("主题党日／应开", "branch.required.party-day"), new("主题党日／实开", "branch.held.party-day"), new("备注", "")]);

    /// <summary>One row of headings with units in brackets; sums by formula.</summary>
    public static Blank YearColumns() => new("年度情况表", BlankWorkbook.Build(new BlankSheet("Sheet1")
        .Put("A1", 4, "2026年度党支部组织生活情况表").Merge("A1:K1")
        .Put("A2", 2, "序号", "党支部", "党员人数", "支部党员大会（次）", "支委会（次）", "党小组会（次）", "党课（次）", "主题党日活动（次）", "组织生活会（次）", "书记姓名", "换届时间")
        .Draw("A3:K5", 1).Put("A6", 1, "合计", "", "=SUM(C3:C5)", "=SUM(D3:D5)", "=SUM(E3:E5)", "=SUM(F3:F5)", "=SUM(G3:G5)", "=SUM(H3:H5)", "=SUM(I3:I5)", "", "")),
        [new("党支部", "branch.name"), new("党员人数", "branch.people"), new("支部党员大会（次）", "branch.held.members"), new("支委会（次）", "branch.held.committee"), new("党小组会（次）", "branch.held.group"),
            new("党课（次）", "branch.held.lecture"), new("主题党日活动（次）", "branch.held.party-day"), new("组织生活会（次）", "branch.held.org-life"), new("书记姓名", "branch.secretary"), new("换届时间", "branch.term-ends")]);

    /// <summary>One row for each meeting of one branch, in Word.</summary>
    public static Blank MeetingLedger() => new("会议台账", BlankDocument.Start().Paragraph("党支部“三会一课”台账").Paragraph("支部名称：______________        统计时段：______________")
        .Grid(true, ["序号", "日期", "会议类型", "主题", "地点", "主持人", "记录人", "应到", "实到", "请假"], ["1", "", "", "", "", "", "", "", "", ""], ["2", "", "", "", "", "", "", "", "", ""]).Build(),
        [new("支部名称", "unit.name"), new("统计时段", "period.name"), new("日期", "meetings.date"), new("会议类型", "meetings.kind"), new("主题", "meetings.topic"), new("地点", "meetings.place"),
            new("主持人", "meetings.chair"), new("记录人", "meetings.recorder"), new("应到", "meetings.due"), new("实到", "meetings.present"), new("请假", "meetings.away")]);

    /// <summary>Labels and values of one branch.</summary>
    public static Blank OneBranch() => new("支部情况登记表", BlankDocument.Start().Paragraph("党支部组织生活情况登记表")
        .Grid(false, ["支部名称", "", "支部书记", ""], ["党员总数", "", "正式党员数", ""], ["召开党员大会次数", "", "召开支委会次数", ""], ["上党课次数", "", "开展主题党日次数", ""],
            ["党员出勤率", "", "任期届满时间", ""], ["填报人", "", "填报时间", ""]).Build(),
        [new("支部名称", "unit.name"), new("支部书记", "unit.head"), new("党员总数", "life.people"), new("正式党员数", "life.full"), new("召开党员大会次数", "life.held.members"), new("召开支委会次数", "life.held.committee"),
            new("上党课次数", "life.held.lecture"), new("开展主题党日次数", "life.held.party-day"), new("党员出勤率", "life.rate"), new("任期届满时间", "life.term-ends"), new("填报人", "filler.name"), new("填报时间", "filler.today")]);

    /// <summary>Kinds down the side, numbers across: nothing but crossings to fill.</summary>
    public static Blank OneBranchCrossed() => new("支部自查表", BlankWorkbook.Build(new BlankSheet("自查表")
        .Put("A1", 4, "党支部组织生活自查表").Merge("A1:E1").Put("A2", 0, "填报支部：").Merge("A2:E2")
        .Put("A3", 2, "项目", "应开次数", "实开次数", "欠开次数", "到会率")
        .Put("A4", 1, "党员大会", "", "", "", "").Put("A5", 1, "支部委员会", "", "", "", "").Put("A6", 1, "党课", "", "", "", "").Put("A7", 1, "主题党日", "", "", "", "")),
        [new("填报支部", "unit.name"), new("党员大会／应开次数", "life.required.members"), new("党员大会／实开次数", "life.held.members"), new("党员大会／欠开次数", "life.missing.members"), new("党员大会／到会率", "life.rate.members"),
            new("支部委员会／应开次数", "life.required.committee"), new("支部委员会／实开次数", "life.held.committee"), new("支部委员会／欠开次数", "life.missing.committee"), new("支部委员会／到会率", "life.rate.committee"),
            new("党课／应开次数", "life.required.lecture"), new("党课／实开次数", "life.held.lecture"), new("主题党日／应开次数", "life.required.party-day"), new("主题党日／欠开次数", "life.missing.party-day")]);

    /// <summary>Three rows of headings, one over all of them.</summary>
    public static Blank ThreeRowHeading() => new("半年汇总表", BlankWorkbook.Build(new BlankSheet("汇总")
        .Put("A1", 4, "附件2").Put("A2", 4, "2026年上半年基层党组织组织生活汇总表").Merge("A2:J2")
        .Put("A3", 2, "序号", "党组织名称", "党组织书记", "组织生活开展情况", "", "", "", "", "", "平均出勤率")
        .Put("A4", 2, "", "", "", "党员大会", "", "", "主题党日", "", "", "")
        .Put("A5", 2, "", "", "", "应开", "已开", "差几次", "应开", "已开", "差几次", "")
        .Merge("A3:A5", "B3:B5", "C3:C5", "D3:I3", "D4:F4", "G4:I4", "J3:J5").Draw("A6:J12", 1)),
        [new("党组织名称", "branch.name"), new("党组织书记", "branch.secretary"), new("组织生活开展情况／党员大会／应开", "branch.required.members"), new("组织生活开展情况／党员大会／已开", "branch.held.members"),
            new("组织生活开展情况／党员大会／差几次", "branch.missing.members"), new("组织生活开展情况／主题党日／应开", "branch.required.party-day"), new("组织生活开展情况／主题党日／已开", "branch.held.party-day"),
            new("组织生活开展情况／主题党日／差几次", "branch.missing.party-day"), new("平均出勤率", "branch.rate")]);

    /// <summary>One row for each meeting of every branch, on one sheet.</summary>
    public static Blank LedgerOfAll() => new("全部会议清单", BlankWorkbook.Build(new BlankSheet("清单")
        .Put("A1", 4, "党支部活动开展清单").Merge("A1:I1").Put("A2", 0, "统计区间：").Merge("A2:I2")
        .Put("A3", 2, "党支部名称", "召开时间", "会议名称", "主要议题", "参会人数", "", "请假人员", "授课人", "备注")
        .Put("A4", 2, "", "", "", "", "应到人数", "实到人数", "", "", "")
        .Merge("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "I3:I4").Draw("A5:I8", 1)),
        [new("统计区间", "period.name"), new("党支部名称", "meetings.unit"), new("召开时间", "meetings.date"), new("会议名称", "meetings.kind"), new("主要议题", "meetings.topic"), new("参会人数／应到人数", "meetings.due"),
            new("参会人数／实到人数", "meetings.present"), new("请假人员", "meetings.away-names"), new("授课人", "meetings.lecturer"), new("备注", "")]);

    /// <summary>Terms of office of all branches.</summary>
    public static Blank TermList() => new("换届情况表", BlankDocument.Start().Paragraph("党支部换届情况统计表").Paragraph("报送单位：            报送日期：    年   月   日")
        .Grid(true, ["序号", "支部", "支部书记", "正式党员", "预备党员", "上次换届时间", "任期届满时间", "备注"], ["1", "", "", "", "", "", "", ""], ["2", "", "", "", "", "", "", ""], ["3", "", "", "", "", "", "", ""]).Build(),
        [new("报送单位", "unit.name"), new("报送日期", "filler.today"), new("支部", "branch.name"), new("支部书记", "branch.secretary"), new("正式党员", "branch.full"), new("预备党员", "branch.probationary"),
            new("上次换届时间", "branch.elected"), new("任期届满时间", "branch.term-ends"), new("备注", "")]);

    /// <summary>The superior has written the branches in.</summary>
    public static byte[] NamedQuarterTable(string first, string second) => BlankWorkbook.Build(new BlankSheet("统计表")
        .Put("A1", 4, "党员大会情况统计表").Merge("A1:D1").Put("A2", 0, "填报单位：").Put("A3", 2, "序号", "党支部名称", "党员大会次数", "备注")
        .Put("A4", 1, "1", first, "", "").Put("A5", 1, "2", second, "", ""));

    /// <summary>With a note below of how Party groups that there are not are written.</summary>
    public static byte[] WithNote(string note) => BlankWorkbook.Build(new BlankSheet("统计表")
        .Put("A1", 4, "“三会一课”情况统计表").Merge("A1:E1").Put("A2", 2, "序号", "党支部名称", "党小组会次数", "支委会次数", "党课次数").Draw("A3:E5", 1)
        .Put("A6", 1, "合计", "", "", "", "").Merge("A6:B6").Put("A7", 0, note).Merge("A7:E7"));

    public static byte[] AttendanceWithSums() => BlankWorkbook.Build(new BlankSheet("统计表").Put("A1", 2, "党支部", "党员大会次数", "党员大会应到人次", "党员大会参加人次").Draw("A2:D3", 1).Put("A4", 1, "合计", "", "", ""));

    public static byte[] Attendance() => BlankWorkbook.Build(new BlankSheet("统计表").Put("A1", 2, "党支部", "党员大会次数", "党员大会应到人次", "党员大会参加人次", "党员大会到会率").Draw("A2:E4", 1));
}
