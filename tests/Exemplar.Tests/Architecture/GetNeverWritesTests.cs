using System.Net;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;

namespace Exemplar.Tests.Architecture;

/// <summary>Looking changes nothing: no table, and no line of the record log. A page read is nobody's record.</summary>
public sealed class GetNeverWritesTests : HouseTests
{
    [Fact]
    public async Task Opening_every_page_and_whatever_it_links_to_changes_no_table()
    {
        await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General, House.FirstBranch);
        await House.Somebody("赵某", House.General, House.FirstBranch);
        var reader = await App.WithEveryRole(House);
        var before = await App.Snapshot();

        var opened = await Walk(reader, (await Addresses.Of(App)).Plain());

        Assert.Contains(opened, url => url.StartsWith("/assignments/", StringComparison.Ordinal));   // links were followed
        Assert.Equal(before, await App.Snapshot());
    }

    [Fact]
    public async Task A_write_would_be_seen()
    {
        var before = await App.Snapshot();
        await House.Somebody("钱某", House.General);
        Assert.NotEqual(before, await App.Snapshot());
    }

    /// <summary>Opens these pages, and of each kind of page that they link to a few.</summary>
    private static async Task<IReadOnlyCollection<string>> Walk(HttpClient reader, IEnumerable<string> plain)
    {
        const int ofEachKind = 2;
        var (waiting, opened) = (new Queue<string>(plain), new HashSet<string>());
        var kinds = new Dictionary<string, int>();
        while (waiting.TryDequeue(out var url))
        {
            if (!opened.Add(url)) continue;
            var answer = await reader.GetAsync(url);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"GET {url} answered {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var link in (await answer.Read()).QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                if ((kinds[KindOf(link)] = kinds.GetValueOrDefault(KindOf(link)) + 1) <= ofEachKind) waiting.Enqueue(link);
        }
        return opened;
    }

    private static string KindOf(string url) => string.Join('/', url.Split('?')[0].Split('/').Select(part => Guid.TryParse(part, out _) ? "*" : part));
}
