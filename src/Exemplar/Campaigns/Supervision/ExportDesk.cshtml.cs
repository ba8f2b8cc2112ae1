using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class ExportDeskPage(ExportDesk export, TimeProvider clock) : DeskPage
{
    private int rows;

    protected override async Task Open(CancellationToken ct) => rows = await export.Count(Query, ct);

    /// <summary>The number of rows goes ahead, for whoever shows the progress.</summary>
    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Response.Headers["X-Rows"] = rows.ToString();
        Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString($"督办 {clock.Today().Iso()}.xlsx")}";
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;   // ZipArchive ends its entries synchronously
        await export.Write(Query, Response.Body, ct);
        return new EmptyResult();
    }
}
