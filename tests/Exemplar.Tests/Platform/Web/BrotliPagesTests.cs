using System.IO.Compression;
using System.Text;
using Exemplar.Platform.Web;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Web;

public sealed class BrotliPagesTests
{
    [Fact]
    public async Task A_page_comes_as_brotli_to_who_takes_it_and_unfolds()
    {
        var app = new TestApp();
        await app.InitializeAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { { "Accept-Encoding", "gzip, deflate, br" } } };
        using var answer = await app.Browser().SendAsync(ask);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        using var page = new StreamReader(new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Contains("用户名", await page.ReadToEndAsync(), StringComparison.Ordinal);
        await app.DisposeAsync();
    }

    [Fact]
    public void It_is_lighter_than_the_framework_s_own_choice()
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(n => $"<tr><td><a href=\"/assignments/{n * 7919 % 1000}\">第{n}项任务</a></td><td>{n * 31 % 90}科</td></tr>\n")));
        Assert.InRange(Size(page, new BrotliPages().CreateStream), 1, Size(page, o => new BrotliStream(o, CompressionLevel.Optimal, leaveOpen: true)) - 1);
    }

    private static int Size(byte[] page, Func<Stream, Stream> compress)
    {
        using var packed = new MemoryStream();
        using (var stream = compress(packed)) stream.Write(page);
        return (int)packed.Length;
    }
}
