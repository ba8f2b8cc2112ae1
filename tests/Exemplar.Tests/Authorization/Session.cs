using System.Security.Claims;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Exemplar.Tests.Authorization;

/// <summary>What a browser brings along: the cookie of a session as the real door makes it, and the token of a form.</summary>
/// <param name="Form">Name and value of the form's cookie.</param>
internal sealed record Session(Guid? Account, string Cookie, string Form, string Token)
{
    /// <summary>A session in the server's own store, without the price of a password.</summary>
    public static async Task<Session> Open(TestApp app, Guid account)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var signedIn = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{account}"), new(ClaimTypes.Name, $"{account}")], IdentityConstants.ApplicationScheme));
        var key = await app.Services.GetRequiredService<SessionStore>().StoreAsync(new(signedIn, new() { IssuedUtc = app.Clock.GetUtcNow(), ExpiresUtc = app.Clock.GetUtcNow().AddHours(8) }, IdentityConstants.ApplicationScheme));
        var carried = new ClaimsPrincipal(new ClaimsIdentity([new("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], IdentityConstants.ApplicationScheme));
        var cookie = $"exemplar={options.TicketDataFormat.Protect(new AuthenticationTicket(carried, null, IdentityConstants.ApplicationScheme))}";
        return await WithToken(app, account, cookie, "/password");
    }

    public static Task<Session> None(TestApp app) => WithToken(app, null, "", "/sign-in");

    private static async Task<Session> WithToken(TestApp app, Guid? account, string cookie, string page)
    {
        using var wire = app.Wire();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://localhost{page}");
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        using var answer = await wire.SendAsync(request, default);
        var token = (await answer.Read()).QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? throw new InvalidOperationException($"{page} has no form for {account}: {answer.StatusCode}");
        var form = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single(c => c.StartsWith("exemplar-form=", StringComparison.Ordinal)).Split(';')[0] : "";
        return new(account, cookie, form, token);
    }
}
