using Exemplar.Tests.Support;

namespace Exemplar.Tests.Authorization;

/// <summary>An endpoint is a page with a method and, where it has several, a handler.</summary>
internal static class Endpoints
{
    /// <summary>Looks for files that were added since the build, in a run that was not published; it answers nobody.</summary>
    private const string FilesSinceTheBuild = "/{**path:file}";

    public static HashSet<string> Of(IEnumerable<Address> addresses)
    {
        HashSet<string> all = [];
        foreach (var address in addresses.Where(a => !a.IsFile && a.Pattern != FilesSinceTheBuild))
        {
            if (address.Page is null) all.Add($"GET {address.Pattern}");
            else if (address.Takes("GET")) all.Add($"GET {address.Pattern}");
            foreach (var handler in address.Page?.HandlerMethods ?? []) all.Add($"{handler.HttpMethod.ToUpperInvariant()} {address.Pattern}{(string.IsNullOrEmpty(handler.Name) ? "" : $"?handler={handler.Name}")}");
        }
        return all;
    }

    public static IEnumerable<string> Of(PolicyRow row) => row.Methods.Select(method => $"{method} {row.Pattern}{(row.Handler.Length > 0 ? $"?handler={row.Handler}" : "")}");
}
