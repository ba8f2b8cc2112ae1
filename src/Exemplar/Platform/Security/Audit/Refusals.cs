using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Exemplar.Platform.Security.Audit;

/// <summary>Notes a refusal, whether the page's door or its place gate said no.</summary>
internal static class Refusals
{
    /// <param name="endpoint">An exception takes it off the request, so it is told.</param>
    public static Task NoteRefusal(this SecurityAudit audit, HttpContext context, Endpoint? endpoint, RouteValueDictionary? values, Exception? denial)
    {
        if (endpoint?.Metadata.GetMetadata<NeedsAttribute>() is not { Permission: var needs }) return Task.CompletedTask;   // pages open to everybody have nothing to refuse
        var actor = context.RequestServices.GetRequiredService<Actor>();
        return audit.Note(denial is NotFound ? SecurityEventKind.NotShown : SecurityEventKind.Forbidden,
            actor.IsSignedIn ? actor.Account.Id : null, denial is Forbidden ? denial.Message : needs, Written(endpoint, values ?? []));
    }

    /// <summary>The pattern with what can be no words put in: <c>/assignments/0199…/judge</c>.</summary>
    private static string Written(Endpoint endpoint, RouteValueDictionary values)
    {
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var path = "/" + string.Join('/', pattern.Split('/').Select(part =>
            part is ['{', .., '}'] && values[part[1..^1].Split(':')[0]] is string value ? Plain(value) ?? part : part));
        return path.Length <= 200 ? path : path[..200];
    }

    /// <summary>In its shortest spelling, so that no padding hides what was asked for.</summary>
    private static string? Plain(string value) => Guid.TryParse(value, out var id) ? id.ToString()
        : int.TryParse(value, out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>A door that is shut to an account is noted; whoever is not signed in is led to the door and leaves nothing.</summary>
internal sealed class NotedRefusals(SecurityAudit audit) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Forbidden) await audit.NoteRefusal(context, context.GetEndpoint(), context.Request.RouteValues, null);
        await usual.HandleAsync(next, context, policy, result);
    }
}
