using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Exemplar.Tests.Authorization;

/// <summary>
/// Hands out one page with another permission than the one that is written on it: what a program would do from which the
/// attribute was removed. A rebuild for each of a hundred pages would take hours. It is a step of routing, after the one that loads the page.
/// </summary>
internal sealed class ChangedDoors : MatcherPolicy, IEndpointSelectorPolicy
{
    private volatile Tuple<string, object?>? now;

    public override int Order => int.MinValue + 101;

    /// <summary>Whether a request has met the change: one that met none proves nothing.</summary>
    public bool WasMet { get; private set; }

    /// <param name="door">What stands in the place of the permission; null for nothing.</param>
    public void Make(string pattern, object? door) => (WasMet, now) = (false, Tuple.Create(pattern, door));

    public void Undo() => now = null;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i) || candidates[i].Endpoint is not RouteEndpoint written || $"/{written.RoutePattern.RawText?.TrimStart('/')}" != now?.Item1) continue;
            WasMet = true;
            object?[] other = [.. written.Metadata.Where(m => m is not IAuthorizeData), now?.Item2];
            candidates.ReplaceEndpoint(i, new RouteEndpoint(written.RequestDelegate!, written.RoutePattern, written.Order, new(other.OfType<object>()), written.DisplayName), candidates[i].Values);
        }
        return Task.CompletedTask;
    }
}
