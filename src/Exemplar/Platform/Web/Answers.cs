using System.Data.Common;
using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Exemplar.Platform.Web;

/// <summary>Gives each denial and failure its status; Refused.cshtml says it in words. What is our own fault is logged, and what was denied noted.</summary>
internal sealed class Answers(SecurityAudit audit, ILogger<Answers> log) : IExceptionHandler
{
    private const int NoSpace = 28, DiskFull = unchecked((int)0x80070070);   // as .NET passes on what Linux and Windows say

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        context.Response.StatusCode = CauseOf(exception) switch
        {
            NotFound => 404,
            Forbidden => 403,
            Stale => 409,
            SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => 409,   // a form's id that stands for something else
            BadHttpRequestException bad => bad.StatusCode,
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => 499,
            SqliteException { SqliteErrorCode: 13 } or IOException { HResult: NoSpace or DiskFull } => 507,   // the disk is full
            SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 14 } or DbException { IsTransient: true } => 503,   // busy, locked, read-only, not readable, not to be opened
            _ => 500,
        };
        if (context.Response.StatusCode >= 500) log.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
        if (context.Response.StatusCode is 503 or 507) context.Response.Headers.RetryAfter = "5";
        if (exception is NotFound or Forbidden)
        {
            var failed = context.Features.Get<IExceptionHandlerFeature>();
            await audit.NoteRefusal(context, failed?.Endpoint, failed?.RouteValues, exception);
        }
        return true;
    }

    /// <summary>What the database said, out of what EF wraps around it.</summary>
    private static Exception CauseOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is DbException) return cause;
        return exception;
    }
}
