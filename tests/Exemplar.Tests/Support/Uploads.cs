using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Exemplar.Tests.Support;

internal static class Uploads
{
    /// <summary>Opens the page, fills its form in, attaches the file and sends it.</summary>
    public static Task<HttpResponseMessage> SubmitFile(this HttpClient browser, string url, string field, string fileName, byte[] file, params (string Name, string Value)[] answers) =>
        browser.SubmitFiles(url, field, [(fileName, file)], answers);

    public static async Task<HttpResponseMessage> SubmitFiles(this HttpClient browser, string url, string field, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] answers)
    {
        var page = await browser.Open(url);
        var form = page.QuerySelector<IHtmlFormElement>("main form[method=post]")!;
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        Assert.NotNull(form.QuerySelector($"input[type=file][name='{field}']"));

        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Pages.Kept(form, answers).Concat(answers)) body.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) body.Add(new ByteArrayContent(bytes), field, name);
        return await browser.PostAsync(url, body);
    }
}
