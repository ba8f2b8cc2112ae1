using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Durability;

/// <summary>The product as a process of its own over a data folder that outlives it; it can be killed and started again.</summary>
internal sealed class RunningHouse : IAsyncDisposable
{
    private const string Password = "ridgeway-2468";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string address = $"http://127.0.0.1:{FreePort()}";
    private readonly CookieContainer cookies = new();
    private Process? process;

    private readonly TestDatabase? database;

    private RunningHouse(string? root)
    {
        Root = root ?? Directory.CreateTempSubdirectory("exemplar-durable-").FullName;
        database = TestDatabase.OnPostgres ? new(DataFolder) : null;
    }

    /// <summary>The connection string of PostgreSQL; null for SQLite.</summary>
    public string? Postgres { get; private set; }

    public string Root { get; }
    public string DataFolder => Path.Combine(Root, "data");
    public string Office { get; private set; } = "";

    /// <summary>An office with its administrator.</summary>
    /// <param name="root">Where its data lies; null for a folder of its own.</param>
    public static async Task<RunningHouse> SetUp(string? root = null)
    {
        var house = new RunningHouse(root);
        if (house.database is { } database) house.Postgres = await database.Create();
        await house.Start();
        var browser = house.Browser();
        var code = Path.Combine(house.DataFolder, "keys", "set-up-code.txt");
        var written = "";
        for (var waited = Stopwatch.StartNew(); written.Length == 0 && waited.Elapsed < Patience; await Task.Delay(100)) written = File.Exists(code) ? (await File.ReadAllTextAsync(code)).Trim() : "";
        var done = await browser.Submit("/set-up", ("Form.Code", written), ("Form.OfficeName", "临江市人民政府办公室"), ("Form.UserName", "admin"), ("Form.Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await Enrol(browser);
        house.Office = (await browser.Open("/units")).QuerySelector("tbody a[href^='/units/']")!.GetAttribute("href")!.Split('/')[2];
        return house;
    }

    /// <summary>How long it took from the start to the first ready answer.</summary>
    public async Task<TimeSpan> Start(IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "exemplar.dll"), "serve", "--data", DataFolder, "--urls", address, .. Postgres is { } postgres ? (string[])["--database", postgres] : []]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var begun = Stopwatch.StartNew();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new(address) };
        for (; begun.Elapsed < Patience && !process.HasExited; await Task.Delay(50))
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).StatusCode is HttpStatusCode.OK) return begun.Elapsed;
            }
            catch (HttpRequestException) { }
        }
        throw new InvalidOperationException("The product did not start");
    }

    /// <summary>As kill -9 does: no farewell, no flush.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>A browser in the session of the set-up, which outlives the program: a code of the second factor opens only once.</summary>
    public async Task<HttpClient> SignedIn()
    {
        var browser = Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/units")).StatusCode);
        return browser;
    }

    private static async Task Enrol(HttpClient browser)
    {
        const string page = "/second-factor/enrol";
        var opened = await browser.Open(page);
        var code = OneTimeCodes.CodeAt(OneTimeCodes.FromLetters(opened.QuerySelector("#secret")!.TextContent), TimeProvider.System.GetUtcNow());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitForm(opened, page, "main form[method=post]", ("Form.First", code), ("Form.Password", Password))).StatusCode);
    }

    private HttpClient Browser() => new(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false }, cookies)) { BaseAddress = new(address) };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
        if (database is not null) await database.Drop();
        Directory.Delete(Root, recursive: true);
    }
}
