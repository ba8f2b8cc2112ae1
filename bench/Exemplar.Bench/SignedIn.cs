using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Exemplar.Bench;

/// <summary>A browser that has gone through the real door with one of the demo's accounts.</summary>
internal static partial class SignedIn
{
    private sealed record Login(string UserName, string Password);

    public static async Task<HttpClient> As(string address, string data, string userName, DecompressionMethods accepts = DecompressionMethods.None)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = true, AutomaticDecompression = accepts };
        var client = new HttpClient(handler) { BaseAddress = new(address) };
        var login = JsonSerializer.Deserialize<List<Login>>(await File.ReadAllTextAsync(Path.Combine(data, "demo-accounts.json")), JsonSerializerOptions.Web)!.Single(l => l.UserName == userName);
        var token = Token().Match(await client.GetStringAsync("/sign-in")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.UserName"] = login.UserName, ["Form.Password"] = login.Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync("/sign-in", form);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in") throw new InvalidOperationException($"{userName} could not sign in");
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
