using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Security.Passkeys;

/// <summary>Tests in which somebody has passkeys; every message of theirs is a real one.</summary>
public abstract class PasskeyHouse : HouseTests
{
    protected const string Password = "right-horse-1", New = "/passkeys/new", Door = "/sign-in/passkey", Failed = "通行密钥没有通过";

    private readonly List<SoftwareAuthenticator> devices = [];

    private protected SoftwareAuthenticator Device(bool counts = true)
    {
        devices.Add(new(counts));
        return devices[^1];
    }

    /// <summary>A passkey of the account, added through the page.</summary>
    private protected async Task<SoftwareAuthenticator> GivenPasskey(Account account, SoftwareAuthenticator? device = null, string name = "办公室电脑", string? code = null, SoftwareAuthenticator? proof = null)
    {
        var made = device ?? Device();
        var answer = await Add(App.As(account.Id), made, name, code: code, proof: proof);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{(int)answer.StatusCode} {(await answer.Read()).QuerySelector("main")?.TextContent}");
        App.Clock.Advance(TimeSpan.FromSeconds(1));   // no device answers within a millisecond
        return made;
    }

    private protected static async Task<HttpResponseMessage> Add(HttpClient browser, SoftwareAuthenticator device, string name = "办公室电脑", string password = Password, string? code = null, SoftwareAuthenticator? proof = null, Twist? twist = null)
    {
        var page = await browser.Open(New);
        List<(string, string)> answers = [("Form.Name", name), ("Form.Password", password), ("Form.Credential", device.Create(Options(page, "form[data-passkey=add]"), twist))];
        if (code is not null) answers.Add(("Form.Code", code));
        if (proof is not null) answers.Add(("Form.Proof.Credential", proof.Get(Options(page, "[data-passkey=prove]"))));
        return await browser.SubmitForm(page, New, "main form[method=post]", [.. answers]);
    }

    protected static string Options(IDocument page, string part) => page.QuerySelector($"main {part}")!.GetAttribute("data-options")!;

    /// <summary>Asks at the door as the script of the page does.</summary>
    protected static async Task<(string Options, IDocument Page)> Ask(HttpClient browser, bool second = false)
    {
        var page = await browser.Open(second ? "/sign-in/code" : "/sign-in");
        var answer = await browser.SendForm(page, $"{Door}?second={second}&handler=Ask");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return (await answer.Content.ReadAsStringAsync(), page);
    }

    private protected static async Task<HttpResponseMessage> SignIn(HttpClient browser, SoftwareAuthenticator device, Twist? twist = null, bool second = false)
    {
        var (options, page) = await Ask(browser, second);
        return await browser.SendForm(page, Door, ("Form.Credential", device.Get(options, twist)));
    }

    protected static async Task IsRefused(HttpResponseMessage answer, string sentence = Failed)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith(sentence, (await answer.Read()).QuerySelector(".card > .notice.bad[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    public override Task DisposeAsync()
    {
        devices.ForEach(d => d.Dispose());
        return base.DisposeAsync();
    }
}
