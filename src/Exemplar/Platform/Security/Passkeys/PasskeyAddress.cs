namespace Exemplar.Platform.Security.Passkeys;

/// <summary>
/// Where a browser lets passkeys be used at all: under a host name over HTTPS, and on localhost. An office PC at
/// <c>http://10.0.0.8:5080</c> never does, and HTTPS under a bare IP address does not either.
/// </summary>
internal static class PasskeyAddress
{
    /// <summary>
    /// Whether to offer them on this page. A proxy in front that ends TLS says so in <c>X-Forwarded-Proto</c>; whoever lies
    /// there is shown a button that does not work, for <see cref="IsOwnOrigin"/> believes no header.
    /// </summary>
    public static bool TakesPasskeys(this HttpRequest request) =>
        IsLocal(request) || (Uri.CheckHostName(request.Host.Host) is UriHostNameType.Dns && (request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https"));

    /// <summary>Whether the page that the device signed for is one of ours, at the address that was asked.</summary>
    public static bool IsOwnOrigin(this HttpRequest request, string origin) =>
        Is(origin, $"https://{request.Host}") || (IsLocal(request) && Is(origin, $"http://{request.Host}"));

    private static bool IsLocal(HttpRequest request) => request.Host.Host is var host && (host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal));

    /// <summary>Without the port that goes without saying.</summary>
    private static bool Is(string origin, string expected) => Uri.TryCreate(expected, UriKind.Absolute, out var uri) && origin == uri.GetLeftPart(UriPartial.Authority);
}
