using System.Net;

namespace Exemplar.Tests.Support;

internal sealed class CookieJar(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly CookieContainer cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var kept = cookies.GetCookieHeader(request.RequestUri!);
        if (kept.Length > 0) request.Headers.Add("Cookie", kept);
        var answer = await base.SendAsync(request, ct);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
        return answer;
    }
}
