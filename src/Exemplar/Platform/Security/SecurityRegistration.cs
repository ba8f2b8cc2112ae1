using System.Security.Claims;
using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Exemplar.Platform.Security.Passkeys;
using Exemplar.Platform.Security.Policy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Exemplar.Platform.Security;

public static class SecurityRegistration
{
    private const string SessionCookie = "exemplar";

    /// <summary>Keys lie in <c>keys/</c>, apart from the database: a copied database opens nothing.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services, string dataFolder)
    {
        services.AddDataProtection().SetApplicationName("exemplar").PersistKeysToFileSystem(new(Path.Combine(dataFolder, "keys")));

        services.AddScoped<Actor>().AddSingleton<GrantBook>().AddSingleton<GrantBookWatch>().AddSingleton<SessionStore>().AddSingleton<SignInQueue>();
        services.AddSingleton(_ => new SetUpCode(dataFolder));
        services.AddSingleton(s => new PermissionTable(s.GetServices<Permission>()));
        services.AddScoped<IAuthorizationHandler, NeedsHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, NotedRefusals>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());

        services.AddOwnAccount();
        services.AddIdentityCore<Account>(Lockout).AddUserStore<AccountStore>().AddSignInManager().AddErrorDescriber<ChineseErrors>();
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(Ceremonies);
        services.RemoveAll<IPasswordValidator<Account>>().AddScoped<IPasswordValidator<Account>, HousePasswords>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme).AddCookie(HalfSignedIn.Scheme, half =>
        {
            half.Cookie.Name = HalfSignedIn.Cookie;
            half.Cookie.Path = "/sign-in";
            half.Cookie.SameSite = SameSiteMode.Strict;
            half.ExpireTimeSpan = HalfSignedIn.Lasts;
            half.SlidingExpiration = false;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionStore, SessionLimits>((cookie, store, limits) =>
        {
            cookie.SessionStore = store;
            cookie.Cookie.Name = SessionCookie;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "next";
            cookie.Events.OnSigningIn = limits.Begin;
            cookie.Events.OnValidatePrincipal = limits.Check;
            cookie.Events.OnCheckSlidingExpiration = SessionLimits.Renew;
            cookie.Events.OnRedirectToAccessDenied = c => { c.Response.StatusCode = StatusCodes.Status403Forbidden; return Task.CompletedTask; };
        });
        return services;
    }

    /// <summary>
    /// The doors in do not look at a session that the browser brings along: the cookie handler would go on with its key, and
    /// whoever planted it would be signed in as well.
    /// </summary>
    public static void UseFreshDoors(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/sign-in") || context.Request.Path.StartsWithSegments("/set-up") || context.Request.Path.StartsWithSegments("/invitation"))
        {
            var others = context.Request.Headers.Cookie.SelectMany(c => (c ?? "").Split(';', StringSplitOptions.TrimEntries)).Where(c => !c.StartsWith(SessionCookie + "=", StringComparison.Ordinal));
            context.Request.Headers.Cookie = string.Join("; ", others);
        }
        return next(context);
    });

    /// <summary>Between authentication and authorization: puts the grants of today behind the signed-in account.</summary>
    public static void UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var id = context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        if (Guid.TryParse(id, out var accountId))
        {
            var book = context.RequestServices.GetRequiredService<GrantBook>();
            if (await book.Find(accountId, context.RequestAborted) is { } acting)
            {
                var actor = context.RequestServices.GetRequiredService<Actor>();
                actor.Become(acting);
                if (actor.Owes is { } page && IsAskedFor(context, page.Views)) { context.Response.Redirect(page.Address); return; }
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new();
            }
        }
        await next(context);
    });

    /// <summary>Until what is owed is done, only the pages that do it, the way out and their files are open.</summary>
    private static bool IsAskedFor(HttpContext context, string[] owed) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: not ("/Platform/Security/SignOut" or "/Platform/Web/Refused") and var asked } && !owed.Contains(asked);

    /// <summary>Five failures lock for ten minutes, as 等保 asks; passwords are looked at by <see cref="HousePasswords"/>.</summary>
    private static void Lockout(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        options.User.AllowedUserNameCharacters = "";
    }

    /// <summary>
    /// The device keeps the name (else one would have to type it, and a list of a name's passkeys would tell that the name exists)
    /// and makes sure of its owner each time. Which maker a device has is not asked.
    /// </summary>
    private static void Ceremonies(IdentityPasskeyOptions options)
    {
        options.ResidentKeyRequirement = options.UserVerificationRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = TimeSpan.FromMinutes(2);
        options.ValidateOrigin = page => ValueTask.FromResult(!page.CrossOrigin && page.HttpContext.Request.IsOwnOrigin(page.Origin));
    }
}
