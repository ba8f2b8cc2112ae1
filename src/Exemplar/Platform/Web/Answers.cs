using Microsoft.AspNetCore.Diagnostics;

namespace Exemplar.Platform.Web;

/// <summary>Gives each denial its status; Refused.cshtml says it in words.</summary>
internal sealed class Answers : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        int? status = exception switch { NotFound => 404, Forbidden => 403, Stale => 409, _ => null };
        context.Response.StatusCode = status ?? context.Response.StatusCode;
        return ValueTask.FromResult(status is not null);
    }
}
