using Exemplar.Platform.Jobs;
using Exemplar.Platform.Web;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.OwnRules;
using Exemplar.Rules.Standings;

namespace Exemplar.Rules;

/// <summary>Duties as data, facts that records state, and how every duty stands.</summary>
public static class RulesCapability
{
    public const string Rules = "rules.view";
    public const string Set = "rules.set";
    public const string Notice = "rules.notice";
    public const string View = "standings.view";
    public const string People = "standings.people";
    public const string Leaders = "standings.leaders";

    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddPermissions(
            new(Rules, "查看规则", Enum.GetValues<Role>()),
            new(Set, "制定本单位规则", Role.CommitteeOffice, Role.BranchSecretary),
            new(Notice, "登记年度通知", Role.CommitteeOffice),
            new(View, "查看组织生活台账", Role.CampaignOffice, Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder, Role.Member,
                Role.LeadingGroupMember, Role.DisciplineSecretary, Role.SuperiorInspector),
            new(People, "查看他人的学时等个人台账", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new(Leaders, "查看领导干部双重组织生活", Role.CommitteeOffice, Role.BranchSecretary))
        .AddMenu(new MenuItem(65, "规则", "/rules", Rules))
        .AddSingleton(new Lazy<RuleCatalogue>(RuleCatalogue.Read))   // read when first asked: the sign-in page does not wait for it
        .AddSingleton<Reckoning>()
        .AddScoped<StandingRound>().AddDailyJob<StandingRound>("组织生活台账", (round, ct) => round.Run(ct))
        .AddScoped<RuleList>().AddScoped<AddOwnRule>().AddScoped<EndOwnRule>().AddScoped<GiveNotice>().AddScoped<Explanation>();
}
