using Exemplar.Campaigns.Supervision;
using Exemplar.Campaigns.Versions;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Web;

namespace Exemplar.Campaigns;

/// <summary>A campaign from its speech to its tasks: reading, review, issue, overview.</summary>
public static class CampaignsCapability
{
    public const string View = "campaigns.view";
    public const string Open = "campaigns.open";
    public const string Review = "campaigns.review";
    public const string Issue = "campaigns.issue";
    public const string Supervise = "campaigns.supervise";

    public static IServiceCollection AddCampaigns(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看创建活动", Role.CampaignOffice, Role.CommitteeOffice, Role.SupervisionDesk, Role.LeadingGroupMember,
                Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead, Role.SuperiorInspector),
            new(Open, "开展创建活动", Role.CampaignOffice),
            new(Review, "读取方案、审核任务建议", Role.CampaignOffice),
            new(Issue, "下达任务", Role.CampaignOffice),
            new(Supervise, "督办任务", Role.CampaignOffice, Role.SupervisionDesk, Role.LeadingGroupMember))
        .AddMenu(new MenuItem(15, "创建活动", "/campaigns", View, "/plans", "/plan-items"), new MenuItem(18, "督办", "/supervision", Supervise))
        .AddSingleton(DimensionSets.Read())
        .AddFormQuestion<CampaignQuestion>().AddFormSource<CampaignOffers>()
        .AddScoped<CampaignList>()
        .AddScoped<CampaignOverview>()
        .AddScoped<OpenCampaign>()
        .AddScoped<ReadPlan>()
        .AddScoped<PlanReview>()
        .AddScoped<ProposalCards>()
        .AddScoped<DecideItem>()
        .AddScoped<AdjustItem>()
        .AddScoped<AddItem>()
        .AddScoped<TypeTask>().AddScoped<VersionComparison>().AddScoped<SetAsideSame>().AddScoped<FollowVersion>()
        .AddScoped<SplitItem>().AddScoped<MergeItem>().AddScoped<MoveItem>().AddScoped<UndoStep>()
        .AddScoped<AcceptSureItems>()
        .AddScoped<IssueTasks>()
        .AddScoped<SupervisionDesk>().AddScoped<ChosenShares>().AddScoped<JudgeMany>().AddScoped<ReminderText>()
        .AddScoped<ExportDesk>().AddScoped<ChooseColumns>()
        .AddScoped<SlipDocuments>().AddScoped<TaskNotice>().AddScoped<SupervisionReport>();
}
