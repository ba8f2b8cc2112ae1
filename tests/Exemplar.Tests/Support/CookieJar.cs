using System.Net;

namespace Exemplar.Tests.Support;

internal sealed class CookieJar : DelegatingHandler
{
    private readonly CookieContainer cookies;

    /// <param name="planted">A cookie that is there from the start, <c>name=value</c>, as somebody else could have put it.</param>
    public CookieJar(HttpMessageHandler inner, string? planted) : this(inner, new CookieContainer())
    {
        if (planted is not null) cookies.SetCookies(new("http://localhost"), planted);
    }

    /// <param name="cookies">Those of several browsers.</param>
    public CookieJar(HttpMessageHandler inner, CookieContainer cookies) : base(inner) => this.cookies = cookies;

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
