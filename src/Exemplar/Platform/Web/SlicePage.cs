using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Platform.Web;

/// <summary>A page of one slice. <see cref="Open"/> runs before GET and POST alike, so both stand behind the same place gate.</summary>
public abstract class SlicePage : PageModel
{
    protected abstract Task Open(CancellationToken ct);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.Vary = "HX-Request";   // a cached fragment must never come back as the whole page
        await Open(HttpContext.RequestAborted);
        await next();
    }
}
