namespace Exemplar.Campaigns.Reading;

/// <summary>Something a campaign needs and the document does not say.</summary>
public sealed record Gap(string Code, string Message)
{
    public static readonly Gap NoStructure = new("noStructure", "全文没有编号标题，只能按句子读取");
    public static readonly Gap NoDate = new("noDate", "没有找到成文日期，不带年份的时限无法换算");
    public static readonly Gap NoStages = new("noStages", "没有划分阶段");
    public static readonly Gap NoDeadlines = new("noDeadlines", "没有任何完成时限");
    public static readonly Gap NoOwners = new("noOwners", "没有写明责任单位");
    public static readonly Gap NoDepartments = new("noDepartments", "责任落到了组织，没有落到具体科室");
    public static readonly Gap NoTargets = new("noTargets", "没有可以衡量的数量目标");
    public static readonly Gap NoItems = new("noItems", "没有读到任务、措施或问题");
}
