using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Platform.Web;

/// <summary>A page of one slice. <see cref="Open"/> runs before GET and POST alike, so both stand behind the same place gate.</summary>
public abstract class SlicePage : PageModel
{
    protected abstract Task Open(CancellationToken ct);

    [NonHandler]   // by its name it would be one: of a method called PAGE
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.Vary = "HX-Request";   // a cached fragment must never come back as the whole page
        if (HasControlCharacter(Request))
        {
            context.Result = BadRequest();
            return;
        }
        await Open(HttpContext.RequestAborted);
        await next();
    }

    /// <summary>No browser sends a NUL, and PostgreSQL stores none.</summary>
    private static bool HasControlCharacter(HttpRequest request) =>
        request.Query.Any(q => q.Value.Any(Has)) || (request.HasFormContentType && request.Form.Any(f => f.Value.Any(Has)));

    private static bool Has(string? text) => text?.Contains('\0') is true;
}
