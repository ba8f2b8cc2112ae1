using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Durability;

/// <summary>Eight writers found units, one after another each; what they meant to do and what was acknowledged is kept outside the house.</summary>
internal sealed class AcknowledgedWrites(RunningHouse house)
{
    public const int Writers = 8;

    private readonly HashSet<string> intended = [];
    private readonly HashSet<string> acknowledged = [];
    private readonly ConcurrentDictionary<HttpClient, IDocument> pages = [];

    public int Acknowledged => acknowledged.Count;

    /// <summary>Writes until told to stop or until nobody answers any more.</summary>
    public async Task Write(CancellationToken stop)
    {
        var browsers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => house.SignedIn()));
        await Task.WhenAll(browsers.Select(browser => Task.Run(() => Write(browser, stop), CancellationToken.None)));
    }

    private async Task Write(HttpClient browser, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await One(browser, Guid.CreateVersion7());
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            }
        }
        catch (HttpRequestException) { }   // it was killed: what was on its way counts as unknown
    }

    /// <summary>One unit; it counts as acknowledged when the answer leads on to it.</summary>
    public async Task<HttpResponseMessage> One(HttpClient browser, Guid id)
    {
        var address = $"/units/{house.Office}/new";
        if (!pages.TryGetValue(browser, out var page)) pages[browser] = page = await browser.Open(address);
        lock (intended) intended.Add(id.ToString());
        var answer = await browser.SendForm(page, address, ("Form.Id", $"{id}"), ("Form.Kind", "Department"), ("Form.Name", $"科 {id}"));
        if (answer.StatusCode == HttpStatusCode.Redirect) lock (acknowledged) acknowledged.Add(id.ToString());
        return answer;
    }

    /// <summary>Those that were acknowledged and are not there. Fails when something is there twice, in part, or that nobody meant, and when the record log does not hold.</summary>
    /// <param name="sound">False for a disk that lied: then only what is lost is asked.</param>
    public async Task<List<string>> Lost(bool sound = true)
    {
        if (house.Postgres is null && !sound) return [.. acknowledged.Except(await Ids("""select "Id" from "Units" where "Name" like '科 %'"""))];
        await using var app = Application.Build(house.DataFolder, house.Postgres);
        await using var scope = app.Services.CreateAsyncScope();
        var there = (await scope.ServiceProvider.GetRequiredService<AppDb>().Units.Where(u => u.Name.StartsWith("科 ")).Select(u => u.Id).ToListAsync()).ConvertAll(id => id.ToString());
        Assert.Equal(there.Count, there.Distinct().Count());
        Assert.Empty(there.Except(intended));
        if (house.Postgres is null)
        {
            Assert.Equal(["ok"], await Ids("pragma integrity_check"));
            Assert.Empty(await Ids("pragma foreign_key_check"));
        }
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings);
        SqliteConnection.ClearAllPools();
        return [.. acknowledged.Except(there)];
    }

    private async Task<List<string>> Ids(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(house.DataFolder, "exemplar.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100   // constants
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await rows.ReadAsync()) ids.Add(rows.GetString(0).ToLowerInvariant());
        return ids;
    }
}
