using Exemplar.Kernel;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Exemplar.Tests.Support;

/// <summary>The whole application as it runs in production, over a database and a data folder of its own, on a clock of its own.</summary>
public sealed class TestApp : IAsyncLifetime
{
    /// <summary>A Tuesday morning in the office.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    private TestDatabase? database;
    private WebApplication? app;

    public FakeTimeProvider Clock { get; } = new(Start);
    public string DataFolder { get; init; } = Directory.CreateTempSubdirectory("exemplar-test-").FullName;

    /// <summary>What a test adds to the host, such as an ear at the database.</summary>
    public Action<WebApplicationBuilder> More { get; init; } = _ => { };
    public Outside Outside { get; } = new();
    public IServiceProvider Services => app!.Services;

    public async Task InitializeAsync()
    {
        database = new(DataFolder);
        app = Application.Build(DataFolder, await database.Create(), change: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddTestSignIn();
            builder.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => Outside));
            More(builder);
        });
        await app.Prepare(default);
        await app.StartAsync();
    }

    /// <summary>A browser without scripts: it keeps cookies and follows no redirect.</summary>
    public HttpClient Browser(string? planted = null) => new(new CookieJar(app!.GetTestServer().CreateHandler(), planted)) { BaseAddress = new("http://localhost") };

    /// <summary>The wire itself, without cookies or redirects.</summary>
    public HttpMessageInvoker Wire() => new(app!.GetTestServer().CreateHandler());

    /// <summary>A browser in which this account is signed in, without paying for the password hash.</summary>
    public HttpClient As(Guid account)
    {
        var browser = Browser();
        browser.DefaultRequestHeaders.Add(TestSignIn.Header, account.ToString());
        return browser;
    }

    public async Task<T> Read<T>(Func<AppDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Puts rows in place, through the real door: even a test's past is logged.</summary>
    public Task Given(params object[] rows) => Read(db => db.Commit<int>((db, ct) =>
    {
        db.AddRange(rows);
        foreach (var record in db.ChangeTracker.Entries<IRecord>().ToList()) db.Log(new Act(null, null, Clock.GetUtcNow()), "test.given", record.Entity);
        return Task.FromResult<Result<int>>(0);
    }, default));

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (database is not null) await database.Drop();
        Directory.Delete(DataFolder, recursive: true);
    }
}
