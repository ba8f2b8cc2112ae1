using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Authorization;

/// <summary>What came back of one call.</summary>
/// <param name="Letter">A opened, D 403, H 404, S to the sign-in page, P to the page of a new password, F to that of a second factor; else the status.</param>
/// <param name="Writes">The tables written to.</param>
internal sealed record Answer(string Letter, int Status, string Text, IReadOnlyList<string> Writes)
{
    /// <summary>What a refused form says first.</summary>
    public string Error => Pages.Parse(Text).QuerySelector(".validation-summary-errors, .error, .notice.bad")?.TextContent.Trim() ?? "";
}

/// <summary>Sends requests through the whole pipeline and reads what came of them.</summary>
internal sealed class Caller(TestApp app, WriteLedger ledger) : IDisposable
{
    private readonly HttpMessageInvoker wire = app.Wire();
    private int calls;

    public int Calls => calls;

    public Task<Answer> Send(Session session, string method, string address, params (string Name, string Value)[] form) =>
        Send(session, method, address, [], form);

    public async Task<Answer> Send(Session session, string method, string address, (string Name, string Value)[] headers, (string Name, string Value)[] form)
    {
        var call = Interlocked.Increment(ref calls).ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(new(method), $"http://localhost{address}");
        request.Headers.Add(WriteLedger.Header, call);
        request.Headers.Add("Cookie", string.Join("; ", new[] { session.Cookie, session.Form }.Where(c => c.Length > 0)));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (method is not ("GET" or "HEAD" or "OPTIONS"))
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", session.Token), .. form.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await wire.SendAsync(request, default);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return new(Letter(answer), (int)answer.StatusCode, Encoding.UTF8.GetString(body).StartsWith("PK", StringComparison.Ordinal) ? Unpacked(body) : Readable(Encoding.UTF8.GetString(body)), ledger.Of(call));
    }

    private static string Letter(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        302 when answer.Headers.Location?.OriginalString is { } to && to.Contains("/sign-in?next=", StringComparison.Ordinal) => "S",
        302 when answer.Headers.Location?.OriginalString is "/password" => "P",
        302 when answer.Headers.Location?.OriginalString is "/second-factor/enrol" => "F",
        (>= 200 and < 400) or 409 or 422 => "A",
        403 => "D",
        404 => "H",
        var status => $"{status}",
    };

    /// <summary>What a reader sees: characters for entities, and a found word no longer apart from what stands behind it.</summary>
    private static string Readable(string page) => WebUtility.HtmlDecode(page.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));

    /// <summary>Documents and sheets are archives: every part of them as text.</summary>
    private static string Unpacked(byte[] archive)
    {
        var text = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(archive));
        foreach (var part in zip.Entries)
        {
            using var bytes = new MemoryStream();
            using (var open = part.Open()) open.CopyTo(bytes);
            text.AppendLine(Encoding.UTF8.GetString(bytes.ToArray()) is var content && content.StartsWith("PK", StringComparison.Ordinal) ? Unpacked(bytes.ToArray()) : WebUtility.HtmlDecode(content));
        }
        return text.ToString();
    }

    public void Dispose() => wire.Dispose();
}
