using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Web;

namespace Exemplar.Organization;

/// <summary>The unit tree: who may see it and who may change it.</summary>
public static class OrganizationCapability
{
    public const string View = "units.view";
    public const string Change = "units.change";

    public static IServiceCollection AddOrganization(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看组织机构", Enum.GetValues<Role>()),
            new(Change, "设立、调整单位", Role.CampaignOffice, Role.CommitteeOffice, Role.SystemAdministrator))
        .AddMenu(new MenuItem(60, "组织机构", "/units", View))
        .AddFormQuestion<UnitQuestion>().AddFormSource<UnitOffers>()
        .AddScoped<SetUp>()
        .AddScoped<UnitTree>()
        .AddScoped<AddUnit>()
        .AddScoped<EditUnit>()
        .AddScoped<DissolveUnit>()
        .AddScoped<MoveUnit>();
}
