using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class SupervisionDeskPage(SupervisionDesk desk) : DeskPage
{
    public SupervisionDesk.View Shown { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Choices<T>(T? chosen) where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => new SelectListItem(v.Name(), v.ToString(), v.Equals(chosen)));

    public static IEnumerable<SelectListItem> Choices(IEnumerable<SupervisionDesk.Choice> all, Guid? chosen) =>
        all.Select(c => new SelectListItem(c.Name, c.Id.ToString(), c.Id == chosen));

    protected override async Task Open(CancellationToken ct) => Shown = await desk.Show(Query, ct);

    public void OnGet() { }
}
