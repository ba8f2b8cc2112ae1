using System.Net;
using System.Text;
using System.Text.Json;

namespace Exemplar.Tests.Support;

/// <summary>What lies outside the house: it keeps what is posted to it and answers as told. No test reaches a real network.</summary>
public sealed class Outside : HttpMessageHandler
{
    public sealed record Posted(Uri Address, string Body)
    {
        /// <summary>What a robot was told to say.</summary>
        public string Text => JsonDocument.Parse(Body).RootElement.GetProperty("text").GetProperty("content").GetString()!;
    }

    private readonly List<Posted> posts = [];

    public IReadOnlyList<Posted> Posts { get { lock (posts) return [.. posts]; } }

    /// <summary>Given the number of the call, from 1.</summary>
    public Func<int, HttpResponseMessage> Answer { get; set; } = _ => Json("""{"errcode":0,"errmsg":"ok"}""");

    /// <summary>Told of each post: workers are waited for by it, not by time.</summary>
    public Action Arrived { get; set; } = () => { };

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct);
        int count;
        lock (posts)
        {
            posts.Add(new(request.RequestUri!, body));
            count = posts.Count;
        }
        Arrived();
        return Answer(count);
    }
}
