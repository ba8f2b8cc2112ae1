using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Passkeys;

public sealed class RemovePasskeyTests : PasskeyHouse
{
    [Fact]
    public async Task The_owner_removes_one_with_password_and_proof_and_it_opens_no_more()
    {
        var zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
        var device = await GivenPasskey(zhao);
        var (browser, url) = (App.As(zhao.Id), await Page());
        var elsewhere = App.Browser();
        await SignIn(elsewhere, device);
        App.Clock.Advance(TimeSpan.FromSeconds(1));

        await (await browser.Submit(url, ("Form.Password", "wrong-horse-1"))).Refuses("Password", "密码不对");
        await (await browser.Submit(url, ("Form.Password", Password))).Refuses("", "请先用通行密钥证明是您本人");
        await (await Remove(browser, url, device)).Leads(browser, "已删除：办公室电脑");

        Assert.Equal(0, await App.Read(db => db.Passkeys.CountAsync()));
        Assert.Equal(["account.keep"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.PasskeyRemoved).Select(s => s.Id).SingleAsync())));
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/tasks")).StatusCode);
        await IsRefused(await SignIn(App.Browser(), device));
    }

    [Fact]
    public async Task An_administrator_keeps_the_last_of_passkeys_and_codes()
    {
        var admin = await App.GivenAccount("admin", Password, Role.SecurityAdministrator, House.Office);
        var device = await GivenPasskey(admin, code: App.Code());
        var (browser, url) = (App.As(admin.Id), await Page());
        Assert.NotNull((await browser.Open("/second-factor")).QuerySelector("a[href='/second-factor/remove']"));   // codes may go while the passkey stays
        await (await browser.Submit("/second-factor/remove", ("Form.Password", Password), ("Form.Code", App.Code(+1)))).Leads(browser, "动态口令已停用");

        await (await Remove(browser, url, device)).Refuses("", "管理员账号须有通行密钥或动态口令，最后一个不能删除");
        Assert.Equal(1, await App.Read(db => db.Passkeys.CountAsync()));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await Add(browser, Device(), "备用", proof: device)).Leads(browser, "已添加：备用");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await Remove(browser, url, device)).Leads(browser, "已删除");
    }

    [Fact]
    public async Task Nobody_removes_anothers()
    {
        await GivenPasskey(await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General));
        await (await As(Role.DepartmentHead, House.General)).IsShut(await Page(), HttpStatusCode.NotFound);
        Assert.Equal(1, await App.Read(db => db.Passkeys.CountAsync()));
    }

    private static async Task<HttpResponseMessage> Remove(HttpClient browser, string url, SoftwareAuthenticator device)
    {
        var page = await browser.Open(url);
        return await browser.SubmitForm(page, url, "main form[method=post]", ("Form.Password", Password), ("Form.Proof.Credential", device.Get(Options(page, "[data-passkey=prove]"))));
    }

    private async Task<string> Page() => $"/passkeys/{await App.Read(db => db.Passkeys.Select(p => p.Id).SingleAsync())}/remove";
}
