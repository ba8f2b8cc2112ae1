using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Exemplar.Tests.Support;

/// <summary>Signs in whom the header names, else asks the real cookie. Grants come from the database either way.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Test-Account";
    public const string Scheme2 = "Test";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Request.Headers[Header]!)], Scheme2);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme2)));
    }
}

internal static class TestSignInRegistration
{
    public static void AddTestSignIn(this IServiceCollection services)
    {
        services.AddAuthentication("TestOrCookie")
            .AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme2, null)
            .AddPolicyScheme("TestOrCookie", null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey(TestSignIn.Header) ? TestSignIn.Scheme2 : Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
    }
}
