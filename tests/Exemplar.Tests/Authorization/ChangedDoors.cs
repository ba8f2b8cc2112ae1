using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Authorization;

/// <summary>
/// Hands routing a page with another permission than the one that is written on it: what a program would do from which the
/// attribute was removed. A rebuild for each of a hundred pages would take hours.
/// </summary>
internal sealed class ChangedDoors(PageLoader pages, ChangedDoors.Change change) : PageLoader
{
    /// <summary>One page at a time.</summary>
    public sealed class Change
    {
        private volatile Tuple<string, object?>? now;

        public object? For(string pattern, out bool isChanged)
        {
            isChanged = now?.Item1 == pattern;
            return isChanged ? now!.Item2 : null;
        }

        /// <param name="door">What stands in the place of the permission; null for nothing.</param>
        public void Make(string pattern, object? door) => now = Tuple.Create(pattern, door);

        public void Undo() => now = null;
    }

    public static Change In(IServiceCollection services)
    {
        var change = new Change();
        var usual = services.Last(s => s.ServiceType == typeof(PageLoader));
        services.Remove(usual);
        services.AddSingleton<PageLoader>(s => new ChangedDoors((PageLoader)ActivatorUtilities.CreateInstance(s, usual.ImplementationType!), change));
        return change;
    }

    [Obsolete("The base class keeps it for old callers")]
    public override Task<CompiledPageActionDescriptor> LoadAsync(PageActionDescriptor actionDescriptor) => LoadAsync(actionDescriptor, EndpointMetadataCollection.Empty);

    public override async Task<CompiledPageActionDescriptor> LoadAsync(PageActionDescriptor actionDescriptor, EndpointMetadataCollection endpointMetadata)
    {
        var page = await pages.LoadAsync(actionDescriptor, endpointMetadata);
        var door = change.For($"/{actionDescriptor.AttributeRouteInfo?.Template?.TrimStart('/')}", out var isChanged);
        if (!isChanged || page.Endpoint is not RouteEndpoint written) return page;

        object?[] other = [.. written.Metadata.Where(m => m is not IAuthorizeData), door];
        return new(page)
        {
            DeclaredModelTypeInfo = page.DeclaredModelTypeInfo,
            HandlerMethods = page.HandlerMethods,
            HandlerTypeInfo = page.HandlerTypeInfo,
            ModelTypeInfo = page.ModelTypeInfo,
            PageTypeInfo = page.PageTypeInfo,
            Endpoint = new RouteEndpoint(written.RequestDelegate!, written.RoutePattern, written.Order, new(other.OfType<object>()), written.DisplayName),
        };
    }
}
