using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Exemplar.Tests.Support;

/// <summary>Uses a page as a browser without scripts would: read it, fill its form in, send it.</summary>
public static class Pages
{
    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static async Task<IDocument> Read(this HttpResponseMessage answer) => Parse(await answer.Content.ReadAsStringAsync());

    public static async Task<IDocument> Open(this HttpClient browser, string url)
    {
        var answer = await browser.GetAsync(url);
        Assert.True(answer.IsSuccessStatusCode, $"GET {url} answered {(int)answer.StatusCode}");
        return await answer.Read();
    }

    /// <summary>Opens the page, fills the form in and sends it. A name that the form does not have fails the test.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string url, params (string Name, string Value)[] answers)
    {
        var page = await browser.Open(url);
        return await browser.SubmitForm(page, url, "main form[method=post]", answers);
    }

    public static async Task<HttpResponseMessage> SubmitForm(this HttpClient browser, IDocument page, string url, string selector, params (string Name, string Value)[] answers)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{url} has no form {selector}");
        foreach (var (name, _) in answers)
            Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"the form of {url} has no field {name}");

        var pressed = url.IndexOf('?') is >= 0 and var at && form.QuerySelector($"button[formaction='{url[at..]}']") is not null;
        var address = !pressed && form.GetAttribute("action") is { Length: > 0 } action ? action : url;
        return await browser.Send(address, [.. Kept(form, answers), .. answers]);
    }

    /// <summary>Sends these fields to any address with the antiforgery token of a page that was opened: what a forger with a session could send.</summary>
    public static Task<HttpResponseMessage> SendForm(this HttpClient browser, IDocument anyPage, string address, params (string Name, string Value)[] fields) =>
        browser.Send(address, [("__RequestVerificationToken", anyPage.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), .. fields]);

    public static Task<HttpResponseMessage> Send(this HttpClient browser, string url, params IEnumerable<(string Name, string Value)> fields) =>
        browser.PostAsync(url, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>What the form holds already and the answers leave as it is: hidden fields, chosen options, text.</summary>
    public static List<(string Name, string Value)> Kept(IElement form, params (string Name, string Value)[] answers)
    {
        var answered = answers.Select(a => a.Name).ToHashSet();
        List<(string, string)> kept = [];
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = field.GetAttribute("name")!;
            if (answered.Contains(name)) continue;
            var value = field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null) kept.Add((name, value));
        }
        return kept;
    }

    public static string? ErrorAt(this IDocument page, string field) => page.QuerySelector($"#Form_{field}-error")?.TextContent.Trim();

    public static string? Receipt(this IDocument page) => page.QuerySelector(".notice.good[role=status]")?.TextContent.Trim();
}
