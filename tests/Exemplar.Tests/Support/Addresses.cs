using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Support;

/// <summary>One address that the application answers, with everything that is known of it.</summary>
public sealed record Address(string Pattern, EndpointMetadataCollection Metadata, CompiledPageActionDescriptor? Page)
{
    public IReadOnlyList<string> Permissions => [.. Metadata.GetOrderedMetadata<NeedsAttribute>().Select(n => n.Permission)];
    public bool IsAnonymous => Metadata.GetMetadata<IAllowAnonymous>() is not null;
    public bool IsFile => Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");
    public bool HasParameters => Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>A page without any handler method still answers a GET.</summary>
    public bool Takes(string method) => Page is null
        ? Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) ?? true
        : Page.HandlerMethods.Any(h => string.Equals(h.HttpMethod, method, StringComparison.OrdinalIgnoreCase)) || (method == "GET" && Page.HandlerMethods.Count == 0);

    /// <summary>The address with something in every parameter: an id that nobody has.</summary>
    public string Filled() => string.Join('/', Pattern.Split('/').Select(part => !part.StartsWith('{') ? part
        : part.Contains(":guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : part.StartsWith("{**", StringComparison.Ordinal) ? "no/such/thing" : "404"));
}

public static class Addresses
{
    /// <summary>Every address of the running application; a page's own attributes are known only once it is loaded.</summary>
    public static async Task<IReadOnlyList<Address>> Of(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        List<Address> all = [];
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + (endpoint.RoutePattern.RawText ?? Written(endpoint.RoutePattern)).TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                all.Add(new(pattern, loaded.Endpoint?.Metadata ?? endpoint.Metadata, loaded));
            }
            else
            {
                all.Add(new(pattern, endpoint.Metadata, null));
            }
        }
        return all;
    }

    /// <summary>Files are routed by a pattern that was never written down.</summary>
    private static string Written(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
        part switch { RoutePatternLiteralPart literal => literal.Content, RoutePatternParameterPart parameter => $"{{{parameter.Name}}}", _ => "." }))));

    /// <summary>Pages that somebody opens by their plain address.</summary>
    public static IEnumerable<string> Plain(this IEnumerable<Address> all) =>
        all.Where(a => a is { Page: not null, HasParameters: false } && a.Takes("GET")).Select(a => a.Pattern).Distinct();
}
