using System.Text.Json;

namespace Exemplar.Platform.Outbox.Channels;

/// <summary>What the robots of both vendors share: a POST of one text, answered by <c>errcode</c>. Addresses carry the key, so nothing here is logged.</summary>
internal static class Robot
{
    /// <summary>The vendors allow 20 a minute and shut the robot for ten minutes beyond that.</summary>
    public const int PerMinute = 10;

    public const string Client = "robots";

    public static readonly TimeSpan Shut = TimeSpan.FromMinutes(10);

    /// <param name="meaning">The vendor's codes in words; null for one that nobody needs to know.</param>
    public static async Task<Failure?> Post(IHttpClientFactory clients, string vendor, string address, string text, Func<int, Failure?> meaning, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.PostAsJsonAsync(address, new { msgtype = "text", text = new { content = text } }, ct);
            if (!answer.IsSuccessStatusCode) return new($"{vendor}没有收下（HTTP {(int)answer.StatusCode}）");
            return Code(await answer.Content.ReadAsByteArrayAsync(ct)) switch
            {
                0 => null,
                { } code => meaning(code) ?? new($"{vendor}没有收下（errcode {code}）"),
                null => new($"{vendor}的回答读不懂"),
            };
        }
        catch (HttpRequestException)
        {
            return new($"连不上{vendor}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new($"{vendor}没有按时回答");
        }
    }

    private static int? Code(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("errcode", out var code) && code.TryGetInt32(out var number) ? number : null;
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)   // not JSON, or a code that is no number
        {
            return null;
        }
    }
}
