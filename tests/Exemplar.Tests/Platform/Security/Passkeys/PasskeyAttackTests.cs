using System.Net;
using System.Text.Json.Nodes;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Passkeys;

/// <summary>Messages that no honest browser and device send, at the door and where a passkey is added.</summary>
public sealed class PasskeyAttackTests : PasskeyHouse
{
    private Account zhao = null!;
    private SoftwareAuthenticator device = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
        device = await GivenPasskey(zhao);
    }

    public static TheoryData<string> Twists => [.. Bent.Keys];

    private static readonly Dictionary<string, Twist> Bent = new()
    {
        ["another origin"] = new() { Origin = "https://elsewhere.example" },
        ["another port"] = new() { Origin = "http://localhost:8080" },
        ["framed by another page"] = new() { CrossOrigin = true },
        ["another rp id"] = new() { RpId = "elsewhere.example" },
        ["a challenge of its own"] = new() { Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        ["the other ceremony"] = new() { Type = "payment.get" },
        ["owner not verified"] = new() { Verified = false },
        ["nobody there"] = new() { Present = false },
    };

    [Theory, MemberData(nameof(Twists))]
    public async Task What_was_not_signed_for_this_page_and_this_challenge_does_not_open(string twist)
    {
        await IsRefused(await SignIn(App.Browser(), device, Bent[twist]));
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(App.Browser(), device)).StatusCode);   // the same without the twist
    }

    [Theory, MemberData(nameof(Twists))]
    public async Task What_was_not_made_for_this_page_and_this_challenge_is_not_kept(string twist)
    {
        await (await Add(App.As(zhao.Id), Device(), proof: device, twist: Bent[twist])).Refuses("", "设备的回答不对");
        Assert.Equal(1, await App.Read(db => db.Passkeys.CountAsync()));
    }

    [Fact]
    public async Task A_tampered_signature_and_one_by_another_key_do_not_open()
    {
        await IsRefused(await SignIn(App.Browser(), device, new() { Forged = true }));

        var (browser, other) = (App.Browser(), Device());
        var (options, page) = await Ask(browser);
        var forged = JsonNode.Parse(other.Get(options, new() { UserHandle = device.UserHandle, Count = 99 }))!;
        var own = JsonNode.Parse(device.Get(options))!;
        (forged["id"], forged["rawId"]) = ((string)own["id"]!, (string)own["rawId"]!);
        await IsRefused(await browser.SendForm(page, Door, ("Form.Credential", forged.ToJsonString())));
    }

    [Fact]
    public async Task An_answer_opens_once_also_with_the_cookie_of_its_challenge_planted_again()
    {
        var still = await GivenPasskey(zhao, Device(counts: false), "手机", proof: device);   // not even a count would give it away
        var browser = App.Browser();
        var page = await browser.Open("/sign-in");
        var asked = await browser.SendForm(page, $"{Door}?handler=Ask");
        var cookie = asked.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("exemplar-passkey=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var answer = still.Get(await asked.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendForm(page, Door, ("Form.Credential", answer))).StatusCode);
        await IsRefused(await browser.SendForm(page, Door, ("Form.Credential", answer)), "等得太久了");   // the cookie is gone
        var thief = App.Browser(planted: cookie.Split(';')[0]);
        await IsRefused(await thief.SendForm(await thief.Open("/sign-in"), Door, ("Form.Credential", answer)));
    }

    [Fact]
    public async Task Of_many_who_send_one_answer_side_by_side_one_comes_in()
    {
        var browser = App.Browser();
        var page = await browser.Open("/sign-in");
        var asked = await browser.SendForm(page, $"{Door}?handler=Ask");
        var (planted, answer) = (asked.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("exemplar-passkey=", StringComparison.Ordinal)).Split(';')[0], device.Get(await asked.Content.ReadAsStringAsync()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var one = App.Browser(planted);
            return (await one.SendForm(await one.Open("/sign-in"), Door, ("Form.Credential", answer))).StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_challenge_answers_only_in_the_browser_and_the_place_it_was_made_for()
    {
        var (asks, answers) = (App.Browser(), App.Browser());
        var (options, _) = await Ask(asks);
        await IsRefused(await answers.SendForm(await answers.Open("/sign-in"), Door, ("Form.Credential", device.Get(options))), "等得太久了");

        // One that was made to add a passkey, or to prove oneself in a session, opens no door.
        var inside = App.As(zhao.Id);
        var page = await inside.Open("/passkeys/new");
        foreach (var name in new[] { "Form.Challenge", "Form.Proof.Challenge" })
        {
            var thief = App.Browser(planted: $"exemplar-passkey={page.QuerySelector($"[name='{name}']")!.GetAttribute("value")}");
            await IsRefused(await thief.SendForm(await thief.Open("/sign-in"), Door, ("Form.Credential", device.Get(Options(page, "[data-passkey=prove]")))), "等得太久了");
        }
    }

    [Fact]
    public async Task A_count_that_goes_back_or_stands_still_is_refused()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(App.Browser(), device, new() { Count = 50 })).StatusCode);
        foreach (var count in new uint[] { 50, 49, 0 })
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            await IsRefused(await SignIn(App.Browser(), device, new() { Count = count }));
        }
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(App.Browser(), device, new() { Count = 51 })).StatusCode);
    }

    [Fact]
    public async Task A_passkey_does_not_open_anothers_account()
    {
        var qian = await App.GivenAccount("qian", Password, Role.DepartmentHead, House.General);
        var other = await GivenPasskey(qian);
        await IsRefused(await SignIn(App.Browser(), device, new() { UserHandle = other.UserHandle }));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":\"*\"}")]
    [InlineData("{\"id\":\"KNOWN\"}")]
    [InlineData("{\"id\":\"KNOWN\",\"type\":\"public-key\",\"response\":null}")]
    [InlineData("{\"id\":\"KNOWN\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}")]
    [InlineData("{\"id\":\"KNOWN\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"bm90IGpzb24\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"userHandle\":\"AA\"}}")]
    [InlineData("DEEP")]
    [InlineData("LONG")]
    public async Task What_is_no_message_of_WebAuthn_is_answered_with_a_sentence_and_never_as_our_fault(string text)
    {
        var message = text switch { "DEEP" => new string('[', 5000), "LONG" => $"{{\"id\":\"{new string('A', 30_000)}\"}}", _ => text.Replace("KNOWN", System.Buffers.Text.Base64Url.EncodeToString(device.Id), StringComparison.Ordinal) };
        var browser = App.Browser();
        var (_, page) = await Ask(browser);
        await IsSaid(await browser.SendForm(page, Door, ("Form.Credential", message)));

        var inside = App.As(zhao.Id);
        var form = await inside.Open(New);
        await IsSaid(await inside.SubmitForm(form, New, "main form[method=post]", ("Form.Name", "x"), ("Form.Password", Password), ("Form.Credential", message)));
        Assert.Equal(1, await App.Read(db => db.Passkeys.CountAsync()));
        Assert.Equal(0, await App.Read(db => db.SignInSessions.CountAsync()));
    }

    /// <summary>400 for what cannot be read; what can be read and says nothing true is refused like any wrong answer.</summary>
    private static async Task IsSaid(HttpResponseMessage answer)
    {
        Assert.Contains((int)answer.StatusCode, new[] { 400, 422 });
        var said = (await answer.Read()).QuerySelector(".refused p, .card > .notice.bad")!.TextContent.Trim();
        Assert.NotEmpty(said);
    }
}
