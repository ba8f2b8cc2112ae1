using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Exemplar.Platform.Security.Policy;

/// <summary>
/// Ends sign-ins that are left idle or last too long. The settings are kept in memory until they are changed; a change made by
/// another instance is seen within <see cref="GrantBook.Freshness"/>.
/// </summary>
public sealed class SessionLimits(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string BeganItem = "exemplar.began";

    /// <summary>How often a session that is in use is written down anew: so exact is its idleness.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    private volatile Kept? known;

    private sealed record Kept(SecuritySettings Settings, long ReadAt);

    public void Forget() => known = null;

    public async Task<SecuritySettings> Now()
    {
        if (known is { } kept && clock.GetElapsedTime(kept.ReadAt) < GrantBook.Freshness) return kept.Settings;
        await using var scope = scopes.CreateAsyncScope();
        var readAt = clock.GetTimestamp();
        var settings = await scope.ServiceProvider.GetRequiredService<AppDb>().SettingsInForce(default);
        known = new(settings, readAt);
        return settings;
    }

    /// <summary>A new sign-in is good until it is idle.</summary>
    internal async Task Begin(CookieSigningInContext context)
    {
        var now = clock.GetUtcNow();
        context.Properties.Items[BeganItem] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        (context.Properties.IssuedUtc, context.Properties.ExpiresUtc) = (now, now + (await Now()).Idle);
    }

    /// <summary>Asked with every request: also a session that began under wider limits ends by those in force.</summary>
    internal async Task Check(CookieValidatePrincipalContext context)
    {
        var (settings, now) = (await Now(), clock.GetUtcNow());
        if (context.Properties.IssuedUtc is not { } used) return;
        var began = context.Properties.Items.TryGetValue(BeganItem, out var at) && long.TryParse(at, out var ms) ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : used;
        if (now - began < settings.Most && now - used < settings.Idle + Grain) return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    internal static Task Renew(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= Grain;
        return Task.CompletedTask;
    }
}
