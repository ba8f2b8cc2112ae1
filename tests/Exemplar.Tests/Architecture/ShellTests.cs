using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Architecture;

/// <summary>What holds for every answer, whichever slice gives it. Generated from the addresses, so a new page is covered the day it is born.</summary>
public sealed partial class ShellTests : HouseTests
{
    [Theory]
    [InlineData("/site.css", "--brand")]
    [InlineData("/draft.js", "data-draft")]
    [InlineData("/review.js", "source-pane")]
    public async Task Styles_and_scripts_reach_a_client_that_accepts_gzip_with_content_and_before_sign_in(string url, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.Add(new("gzip"));
        var answer = await App.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsStreamAsync();
        var text = await new StreamReader(answer.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(bytes, CompressionMode.Decompress) : bytes).ReadToEndAsync();
        Assert.Contains(content, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        var reader = await App.WithEveryRole(House);
        foreach (var url in (await Addresses.Of(App)).Plain().Concat(["/no/such/page", $"/assignments/{Guid.CreateVersion7()}", "/site.css", "/health/live"]))
        {
            var headers = (await reader.GetAsync(url)).Headers;
            Assert.True(headers.Contains("Content-Security-Policy"), $"{url} carries no policy");
            var policy = string.Join(';', headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task No_page_of_somebody_signed_in_may_be_kept_by_a_cache()
    {
        var reader = await App.WithEveryRole(House);
        var plain = (await Addresses.Of(App)).Plain().ToList();
        Assert.NotEmpty(plain);
        foreach (var url in plain.Concat(["/no/such/page", $"/assignments/{Guid.CreateVersion7()}"]))
            Assert.True((await reader.GetAsync(url)).Headers.CacheControl?.NoStore, $"{url} may be cached");
    }

    [Fact]
    public async Task Every_refusal_says_its_status_honestly_and_can_be_read()
    {
        var member = await As(Role.Member, House.General);
        Assert.Equal("没有找到", await Said(member, "/no/such/page", HttpStatusCode.NotFound));
        Assert.Equal("没有找到", await Said(App.Browser(), "/no/such/page", HttpStatusCode.NotFound));
        Assert.Equal("没有权限", await Said(member, "/accounts", HttpStatusCode.Forbidden));
        Assert.Equal("没有找到", await Said(await App.WithEveryRole(House), $"/assignments/{Guid.CreateVersion7()}", HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_door_and_the_way_back_is_kept()
    {
        foreach (var address in (await Addresses.Of(App)).Where(a => a is { Page: not null, Permissions.Count: > 0 }))
        {
            var url = address.Filled();
            var answer = await App.Browser().GetAsync($"{url}?Text=x");
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{url} answered {(int)answer.StatusCode}");
            Assert.Equal($"/sign-in?next={Uri.EscapeDataString($"{url}?Text=x")}", answer.Headers.Location!.PathAndQuery.Replace(":", "%3A", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_form_that_carries_no_token_is_refused_at_every_address_and_nothing_changes()
    {
        var forger = await App.WithEveryRole(House);
        var doors = (await Addresses.Of(App)).Where(a => !a.IsFile && a.Page is not null && a.Takes("POST")).ToList();
        var before = await App.Snapshot();

        Assert.NotEmpty(doors);
        foreach (var door in doors)
        {
            var answer = await forger.Send(door.Filled(), ("Form.Version", "1"), ("Form.Text", "x"), ("Form.Title", "x"), ("Form.Name", "x"));
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"POST {door.Pattern} answered {(int)answer.StatusCode}");
            Assert.Equal("请求不完整", (await answer.Read()).QuerySelector("h1")?.TextContent);
        }
        Assert.Equal(before, await App.Snapshot());
    }

    [Fact]
    public void Every_form_that_names_its_own_address_writes_its_token_itself()
    {
        Assert.Empty(SourceTree.Files("src/Exemplar", ".cshtml").Where(f => WithoutToken(f.Text).Any()).Select(f => f.Path));
        Assert.NotEmpty(WithoutToken("<form method=\"post\" action=\"/tasks/@id\"\n hx-post=\"/x\"><button>x</button></form>"));
        Assert.Empty(WithoutToken("<form method=\"post\"><button>x</button></form>"));   // the framework writes this one's
    }

    [Fact]
    public async Task Nothing_but_pages_takes_a_post()
    {
        var others = (await Addresses.Of(App)).Where(a => a.Page is null && !a.IsFile && a.Takes("POST")).Select(a => a.Pattern);
        Assert.Empty(others.Except(["/health/live", "/health/ready", "/{**path}"]));   // they answer and change nothing
    }

    private static async Task<string?> Said(HttpClient browser, string url, HttpStatusCode status)
    {
        var answer = await browser.GetAsync(url);
        Assert.Equal(status, answer.StatusCode);
        var page = await answer.Read();
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        return page.QuerySelector("h1")?.TextContent;
    }

    private static IEnumerable<string> WithoutToken(string page) => PostForm().Matches(page).Select(m => m.Value)
        .Where(form => form.Split('>')[0].Contains("action=", StringComparison.Ordinal) && !form.Contains("@Html.AntiForgeryToken()", StringComparison.Ordinal));

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PostForm();
}
