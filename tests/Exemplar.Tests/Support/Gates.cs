using System.Net;

namespace Exemplar.Tests.Support;

/// <summary>Both doors of a page, GET and POST, must answer alike.</summary>
internal static class Gates
{
    public static async Task IsShut(this HttpClient browser, string url, HttpStatusCode status)
    {
        var token = (await browser.Open("/password")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(status, (await browser.GetAsync(url)).StatusCode);
        Assert.Equal(status, (await browser.Send(url, ("__RequestVerificationToken", token))).StatusCode);
    }

    /// <summary>The answer's refusal at its field; the field "" means the whole form.</summary>
    public static async Task Refuses(this HttpResponseMessage answer, string field, string sentence)
    {
        var page = await answer.Read();
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"expected 422, not {(int)answer.StatusCode}");
        var said = field.Length > 0 ? page.ErrorAt(field) : page.QuerySelector(".validation-summary-errors")?.TextContent.Trim();
        Assert.StartsWith(sentence, said ?? "(nothing said there)", StringComparison.Ordinal);
    }

    /// <summary>A redirect to a page that shows the receipt.</summary>
    public static async Task<AngleSharp.Dom.IDocument> Leads(this HttpResponseMessage answer, HttpClient browser, string receipt)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"expected a redirect, not {(int)answer.StatusCode}: {(await answer.Read()).QuerySelector("main")?.TextContent}");
        var page = await browser.Open(answer.Headers.Location!.OriginalString);
        Assert.StartsWith(receipt, page.Receipt() ?? "(no receipt)", StringComparison.Ordinal);
        return page;
    }
}
