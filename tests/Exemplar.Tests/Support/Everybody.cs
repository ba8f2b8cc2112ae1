using Exemplar.Platform.Security;

namespace Exemplar.Tests.Support;

public static class Everybody
{
    /// <summary>An account that holds every role over the whole office: no door is shut to it but the rules'.</summary>
    public static async Task<HttpClient> WithEveryRole(this TestApp app, House house) =>
        app.As(await house.Account("万能", [.. Enum.GetValues<Role>().Select(role => (role, house.Office))]));
}
