using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Exemplar.Platform.Security;

/// <summary>
/// The names of who signed in on a shared PC and asked it to remember them: in a sealed cookie for the door alone. Nothing is
/// looked up when they are shown, so they tell what was typed here and never whether an account is still there.
/// </summary>
public sealed class RememberedNames(IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Most = 5;

    /// <summary>Since its owner signed in here last.</summary>
    public static readonly TimeSpan Last = TimeSpan.FromDays(30);
    internal const string Cookie = "exemplar-names";

    private readonly IDataProtector box = protection.CreateProtector("Exemplar.RememberedNames");

    /// <param name="Shown">As the person was called then.</param>
    public sealed record Entry(string UserName, string Shown, DateTimeOffset At);

    /// <summary>Whoever was here last comes first; none of a cookie that is not ours.</summary>
    public IReadOnlyList<Entry> Of(HttpRequest request)
    {
        try
        {
            if (request.Cookies[Cookie] is not { } kept) return [];
            var all = JsonSerializer.Deserialize<List<Entry>>(box.Unprotect(Base64Url.DecodeFromChars(kept))) ?? [];
            return [.. all.Where(e => clock.GetUtcNow() - e.At < Last).Take(Most)];
        }
        catch (Exception bent) when (bent is CryptographicException or FormatException or JsonException)
        {
            return [];
        }
    }

    public void Remember(HttpContext context, string userName, string shown) =>
        Keep(context, [new(userName, shown, clock.GetUtcNow()), .. Others(context.Request, userName)]);

    public void Forget(HttpContext context, string userName)
    {
        if (Others(context.Request, userName) is var others && others.Count < Of(context.Request).Count) Keep(context, others);
    }

    private List<Entry> Others(HttpRequest request, string userName) =>
        [.. Of(request).Where(e => !e.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase))];

    private void Keep(HttpContext context, List<Entry> names)
    {
        var how = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/sign-in", MaxAge = Last };
        if (names.Count == 0) context.Response.Cookies.Delete(Cookie, how);
        else context.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(box.Protect(JsonSerializer.SerializeToUtf8Bytes(names.Take(Most)))), how);
    }
}
