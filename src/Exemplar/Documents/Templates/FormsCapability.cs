using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Web;

namespace Exemplar.Documents.Templates;

/// <summary>Superiors' forms, filled with whatever the capabilities offer; none of them is known here.</summary>
public static class FormsCapability
{
    public const string View = "forms.view";
    public const string Fill = "forms.fill";
    public const string Remove = "forms.remove";

    public static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看留存的上级表格", Role.CampaignOffice, Role.CommitteeOffice, Role.SupervisionDesk, Role.DepartmentHead, Role.BranchSecretary, Role.BranchRecorder),
            new(Fill, "填上级表格", Role.CampaignOffice, Role.CommitteeOffice, Role.SupervisionDesk, Role.DepartmentHead, Role.BranchSecretary, Role.BranchRecorder),
            new(Remove, "移除留存的表格（自己交的不用授权）", Role.CampaignOffice, Role.CommitteeOffice))
        .AddMenu(new MenuItem(40, "填上级表", "/forms", View))
        .AddFormSource<FillerOffers>().AddFormSource<PeriodOffers>()
        .AddScoped<OfferBook>()
        .AddScoped<FormList>()
        .AddScoped<UploadBlank>()
        .AddScoped<PointForm>()
        .AddScoped<FillForm>()
        .AddScoped<RemoveForm>()
        .AddScoped<DueForms>();
}
