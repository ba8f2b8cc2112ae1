using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class ChooseColumnsPage(ChooseColumns choose) : FormPage<ChooseColumns.Form>
{
    private IReadOnlyList<DeskColumn> chosen = [];

    public static IEnumerable<SelectListItem> All => DeskColumns.All.Select(c => new SelectListItem(c.Head.Heading, c.Key));

    protected override async Task Open(CancellationToken ct) => chosen = await choose.Open(ct);

    public void OnGet() => Form.Columns = [.. chosen.Select(c => c.Key)];

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => choose.Handle(Form, ct), view => Saved("/supervision", $"以后导出这 {view.Columns.Count} 列"));
}
