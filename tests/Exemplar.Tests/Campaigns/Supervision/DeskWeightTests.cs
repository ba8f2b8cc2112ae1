using System.IO.Compression;
using System.Text.RegularExpressions;
using Exemplar.Campaigns.Supervision;
using Exemplar.Kernel;
using Exemplar.Platform.Log;
using Exemplar.Tasks;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

/// <summary>What a browser that takes brotli transfers the first time it opens a full desk: the page as it is served, each file as publishing packs it. Bodies alone, in bytes.</summary>
public sealed partial class DeskWeightTests : IAsyncLifetime
{
    private const int FirstLoad = 25_000;
    private const int Rows = SupervisionDesk.PageSize;

    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task The_first_load_of_a_full_desk_stays_within_its_budget()
    {
        var (page, bytes) = await Load("/supervision?Show=Open");
        Assert.Equal(Rows, Row().Count(page));
        var files = File().Matches(page).Select(m => m.Groups["url"].Value).Distinct().ToList();
        Assert.Contains(files, f => f.StartsWith("/site.", StringComparison.Ordinal));
        var sizes = new List<(string What, int Bytes)> { ("page", bytes) };
        foreach (var file in files) sizes.Add((file, await Packed(file)));
        Assert.True(sizes.Sum(s => s.Bytes) <= FirstLoad, $"{sizes.Sum(s => s.Bytes)} B of {FirstLoad}: {string.Join(", ", sizes.Select(s => $"{s.What} {s.Bytes}"))}");
    }

    private async Task<(string Text, int Bytes)> Load(string url)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await given.Desk.SendAsync(ask);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        var body = await answer.Content.ReadAsByteArrayAsync();
        using var text = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return (await text.ReadToEndAsync(), body.Length);
    }

    /// <summary>An unpublished run serves its files less well packed than a published one, so they are packed here.</summary>
    private async Task<int> Packed(string file)
    {
        var answer = await given.Desk.GetAsync(file);
        if (!answer.IsSuccessStatusCode && file.StartsWith("/lib/htmx", StringComparison.Ordinal)) return 0;   // built without npm
        answer.EnsureSuccessStatusCode();
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) await answer.Content.CopyToAsync(brotli);
        return (int)packed.Length;
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
        var house = given.Campaign.House;
        var act = new Act(null, null, TestApp.Start);
        var tasks = Enumerable.Range(1, Rows).Select(n =>
        {
            var task = new WorkTask { Title = $"修订公文运转流程，压减办文环节（第{n * 37 % 1000}项）", IssuerId = house.GroupOffice.Id, SourceId = given.Campaign.Campaign.Id, DueOn = new DateOnly(2026, 3, 1).AddDays(n * 7 % 120), IssuedAt = TestApp.Start };
            task.Assign(n % 2 == 0 ? house.General : house.Secretariat, leads: true, act);
            return task;
        });
        await app.Given([.. tasks]);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [GeneratedRegex("(?:src|href)=\"(?<url>/[^\"]+\\.(?:js|css))\"")]
    private static partial Regex File();

    [GeneratedRegex("class=\"pick\"")]
    private static partial Regex Row();
}
