using System.Text.Json;

namespace Exemplar.Browser.Support;

/// <param name="RecoveryCodes">Of those who sign in by two factors; each opens once.</param>
public sealed record Login(string Name, string UserName, string Password, string Unit, List<string>? RecoveryCodes = null);

/// <summary>The demo office, served once for all tests, and a chromium to look at it with.</summary>
public sealed class Demo : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright playwright = null!;
    private RunningProduct product = null!;

    public IBrowser Chromium { get; private set; } = null!;
    public IReadOnlyList<Login> Logins { get; private set; } = [];
    public string Address => product.Address;

    public Login Login(string userName) => Logins.Single(l => l.UserName == userName);

    /// <summary>A window of its own, with its own cookies.</summary>
    public Task<Visitor> Visit(int width = 1440, bool script = true) => Visitor.At(Chromium, Address, width, script);

    public async Task<Visitor> SignedIn(string userName, int width = 1440, bool script = true)
    {
        var visitor = await Visit(width, script);
        await visitor.SignIn(Login(userName));
        return visitor;
    }

    public async Task InitializeAsync()
    {
        product = await RunningProduct.Demo();
        Logins = JsonSerializer.Deserialize<List<Login>>(await File.ReadAllTextAsync(Path.Combine(product.DataFolder, "demo-accounts.json")), JsonSerializerOptions.Web)!;
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright.Dispose();
        await product.DisposeAsync();
    }
}

/// <summary>One demo for all classes, and one test at a time in it.</summary>
[CollectionDefinition(nameof(DemoOffice))]
public sealed class DemoOffice : ICollectionFixture<Demo>;
