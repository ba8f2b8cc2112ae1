using Exemplar.Documents.Official;

namespace Exemplar.Tests.Documents.Official;

/// <summary>One document of each form, as an office would issue it; places and people are made up.</summary>
internal static class Samples
{
    private const string Office = "临江市人民政府办公室";
    private static readonly DateOnly Day = new(2026, 7, 1);

    public static IReadOnlyDictionary<string, OfficialDocument> All => new Dictionary<string, OfficialDocument>
    {
        ["通知"] = Notice,
        ["督办通知单"] = Slip.ToDocument(),
        ["纪要"] = Minutes,
        ["报告"] = Report,
        ["任务分解表"] = Breakdown(isLandscape: true),
        ["任务分解表（纵向）"] = Breakdown(isLandscape: false),
        ["信函"] = Letter,
    };

    public static OfficialDocument Notice => new()
    {
        Organ = Office,
        Urgency = Urgency.Urgent,
        Number = new("临政办发", 2026, 5),
        Title = "临江市人民政府办公室关于深入开展创建模范机关活动的通知",
        Recipients = ["各科室", "各直属单位"],
        Body =
        [
            new BodyText("为把创建模范机关的各项工作落到实处，进一步提高机关党的建设质量，现就有关事项通知如下。"),
            new BodyHeading(1, "总体要求"),
            new BodyText("坚持问题导向，力戒形式主义，把日常工作做扎实，不另起炉灶、不增加基层负担。"),
            new BodyHeading(1, "重点任务"),
            new BodyHeading(2, "建强支部。", "各支部按期召开党员大会、支部委员会会议和党小组会，按时上好党课，组织生活有记录、有结果。"),
            new BodyHeading(2, "改进作风。", "对照清单逐项整改，做到责任、措施、时限三落实。"),
            new BodyHeading(3, "精简文件会议。", "能合并的合并，能不发的不发。"),
            new BodyHeading(3, "整治“新官不理旧账”。", "对群众反映的历史遗留问题逐件登记、逐件答复。"),
            new BodyHeading(4, "登记。", "由各科室自查。"),
            new BodyHeading(4, "答复。", "自登记之日起15个工作日内办结。"),
            new BodyHeading(1, "工作安排"),
            new BodyText("2026年7月至9月为动员部署阶段，10月至12月为组织实施阶段。各科室要明确一名联系人，并于7月10日前报机关党委。"),
        ],
        Annexes =
        [
            new("创建模范机关活动重点任务清单及各科室、各直属单位职责分工情况一览表", [new BodyText("由机关党委会同各科室提出，报领导小组审定后执行。")]),
            new("联系人登记表", [new FieldTable([[new("科室", ""), new("联系人", "")], [new("备注", "")]])]),
        ],
        Signature = new(Office, Day),
        Note = "此件公开发布",
        CopiesTo = ["市委办公室", "市人大常委会办公室", "市政协办公室", "市直机关工委", "市纪委监委机关"],
        Imprint = new(Office, new(2026, 7, 3)),
    };

    public static SupervisionSlip Slip => new()
    {
        Organ = "临江市人民政府办公室督查科",
        Number = new("临政督", 2026, 18),
        Urgency = Urgency.Extreme,
        Unit = "秘书一科",
        CoOwners = ["人事科", "机关党委办公室"],
        Source = "领导小组第二次会议议定事项",
        Matter = "修订公文运转流程，压减办文环节",
        Requirement = "一是梳理现有办文环节，列出可以合并、取消的事项；二是提出修订稿，征求各科室意见。\n确需延期的，请在时限届满前提出申请并说明理由。",
        Due = new(2026, 7, 20),
        Contact = "王小林，内线2046",
        Date = Day,
    };

    public static OfficialDocument Minutes => new()
    {
        Form = DocumentForm.Minutes,
        Organ = "创建模范机关领导小组会议",
        Number = new("", 2026, 3),
        Title = "创建模范机关领导小组第三次会议纪要",
        Body =
        [
            new BodyText("2026年7月1日，组长主持召开领导小组第三次会议，研究重点任务推进情况。现将议定事项纪要如下。"),
            new BodyHeading(1, "关于重点任务推进情况"),
            new BodyText("会议听取了领导小组办公室的汇报，同意对两项任务的时限作出调整。"),
            new BodyHeading(1, "关于下一步工作"),
            new BodyText("会议要求，各牵头科室于7月15日前提出整改措施，领导小组办公室汇总后逐项督办。"),
        ],
        Attendance = new(
            [new("领导小组", "陈安平", "李东海", "周嘉"), new("秘书一科", "王小林"), new("人事科", "赵凯"), new("机关党委办公室", "孙博文", "吴晨")],
            [new("后勤科", "郑光（出差）")],
            [new("信息科", "冯飞")]),
        CopiesTo = ["领导小组成员", "各科室"],
        Imprint = new("领导小组办公室", new(2026, 7, 2)),
    };

    public static OfficialDocument Report => new()
    {
        Organ = Office,
        Number = new("临政办", 2026, 21),
        Signatories = ["陈安平", "李东海", "周嘉"],
        Title = "临江市人民政府办公室关于2026年上半年创建模范机关工作情况的报告",
        Recipients = ["市委", "市人民政府"],
        Body = [new BodyText("现将2026年上半年创建模范机关工作情况报告如下。"), new BodyHeading(1, "主要工作"), new BodyText("召开专题会议4次，完成年度任务23项。"), new BodyText("专此报告。")],
        Signature = new(Office, Day, IsSealed: false),
        Note = "联系人：王小林，电话：内线2046",
        CopiesTo = ["市直机关工委"],
        Imprint = new(Office, Day),
    };

    public static OfficialDocument Letter => new()
    {
        Form = DocumentForm.Letter,
        Urgency = Urgency.Urgent,
        Organ = Office,
        Number = new("临政办函", 2026, 12),
        Title = "临江市人民政府办公室关于商请支持结对共建工作的函",
        Recipients = ["柳溪县人民政府办公室"],
        Body = [.. Enumerable.Repeat(new BodyText("为推进结对共建，现商请贵办协助确定联系村和联系人，并就全年共建事项提出意见。请于7月15日前函复为盼。"), 9)],
        Signature = new(Office, Day),
        CopiesTo = ["市直机关工委"],
        Imprint = new(Office, Day),
    };

    public static OfficialDocument Breakdown(bool isLandscape) => new()
    {
        Organ = Office,
        Number = new("临政办发", 2026, 6),
        Title = "临江市人民政府办公室关于印发重点任务分解表的通知",
        Recipients = ["各科室"],
        Body = [new BodyText("现将重点任务分解表印发给你们，请结合实际抓好落实。")],
        Annexes = [TaskBreakdown.Annex("创建模范机关活动重点任务分解表", Enumerable.Range(1, 24).Select(n => new BreakdownLine($"第{n}项：完善制度并抓好落实", "列出清单，明确责任人，每月通报进展，年底总结", "秘书一科", n % 3 == 0 ? "人事科、信息科" : "人事科", $"2026年{1 + n % 12}月底前")), isLandscape)],
        Signature = new(Office, Day),
        CopiesTo = ["市直机关工委"],
        Imprint = new(Office, new(2026, 7, 3)),
    };

    /// <summary>Three pages of Han characters and nothing else.</summary>
    public static OfficialDocument FullPages => new() { Organ = Office, Title = "字", Body = [new BodyText(new string('永', 28 * 22 * 3))] };
}
