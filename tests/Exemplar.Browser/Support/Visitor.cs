using Deque.AxeCore.Playwright;

namespace Exemplar.Browser.Support;

/// <summary>Somebody at a screen. Whatever page they look at must be sound: no axe violation, nothing wider than the screen, no error in the console.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly bool Pictures = Environment.GetEnvironmentVariable("EXEMPLAR_PICTURES") == "1";

    private readonly IBrowserContext context;
    private readonly bool script;
    private readonly int width;
    private readonly List<string> errors = [];
    private bool wasCut;

    private Visitor(IBrowserContext context, IPage page, int width, bool script)
    {
        (this.context, Page, this.width, this.script) = (context, page, width, script);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message.Text)) errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
    }

    public IPage Page { get; }

    public static async Task<Visitor> At(IBrowser chromium, string address, int width, bool script)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = width < 500 ? 844 : 900 },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        context.SetDefaultTimeout(30_000);
        return new(context, await context.NewPageAsync(), width, script);
    }

    public Task Cut()
    {
        wasCut = true;
        return context.SetOfflineAsync(true);
    }

    public Task Mend() => context.SetOfflineAsync(false);

    public async Task SignIn(Login login)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("用户名").FillAsync(login.UserName);
        await Page.GetByLabel("密码").FillAsync(login.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        if (login.RecoveryCodes is { } codes)
        {
            await Page.GetByLabel("动态口令").FillAsync(codes[0]);
            codes.RemoveAt(0);
            await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        }
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "退出" })).ToBeVisibleAsync();
    }

    /// <summary>A device of the screen's own that keeps passkeys, and makes sure of its owner where it can.</summary>
    public async Task GiveDevice(bool verifies = true)
    {
        var device = await context.NewCDPSessionAsync(Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = verifies, ["isUserVerified"] = verifies, ["automaticPresenceSimulation"] = true },
        });
    }

    /// <summary>Looks at the page as it stands now; <paramref name="picture"/> names it for the handbook.</summary>
    public async Task Look(string picture)
    {
        await Assertions.Expect(Page.Locator("h1").First).ToBeVisibleAsync();
        if (script)
        {
            var violations = (await Page.RunAxe()).Violations;
            Assert.True(violations.Length == 0, $"{picture} at {width}: {string.Join("; ", violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
        }
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{picture} scrolls sideways by {wide} px at {width}");
        Assert.True(errors.Count == 0, $"{picture} at {width}: {string.Join("; ", errors)}");
        if (Pictures) await Keep(picture);
    }

    private Task<byte[]> Keep(string picture) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(SourceTree.Root, "docs/handbook/pictures", $"{picture}-{width}.png"),
        FullPage = false,
        Animations = ScreenshotAnimations.Disabled,
    });

    /// <summary>
    /// Chromium notes every answer of 400 and above, and every cut line, as an error, and htmx the latter: they are what some tests are about.
    /// Taking a picture stills the page with an empty style, which our policy refuses.
    /// </summary>
    private bool IsExpected(string text) => text.Contains("status of 422", StringComparison.Ordinal)
        || (Pictures && text.Contains("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", StringComparison.Ordinal))
        || (wasCut && (text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) || text.StartsWith("htmx:sendError", StringComparison.Ordinal) || text.StartsWith("htmx:afterRequest", StringComparison.Ordinal)));

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
