using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Factors;

public sealed class RemoveFactorTests : HouseTests
{
    private const string Password = "right-horse-1", Page = "/second-factor/remove";

    [Fact]
    public async Task Whoever_need_not_have_it_gives_it_up_with_password_and_code()
    {
        var account = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
        await App.Given(Support.Factors.Of(App, account.Id), new RecoveryCode { AccountId = account.Id, Hash = WrittenCode.HashOf("AAAA") });
        var browser = App.As(account.Id);

        await (await browser.Submit(Page, ("Form.Password", "wrong-horse-1"), ("Form.Code", App.Code()))).Refuses("Password", "密码不对");
        await (await browser.Submit(Page, ("Form.Password", Password), ("Form.Code", "000000"))).Refuses("Code", "口令不对");
        await (await browser.Submit(Page, ("Form.Password", Password), ("Form.Code", App.Code()))).Leads(browser, "动态口令已停用");

        Assert.Equal((0, 0), (await App.Read(db => db.SecondFactors.CountAsync()), await App.Read(db => db.RecoveryCodes.CountAsync())));
        Assert.Equal(["account.keep"], await LogOf(await App.Read(db => db.AccountSteps.Select(s => s.Id).SingleAsync())));
        Assert.Equal("/", (await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", Password))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_administrator_may_not()
    {
        var admin = await App.GivenAccount("zhao", Password, Role.SystemAdministrator, House.Office);
        await (await App.As(admin.Id).Submit(Page, ("Form.Password", Password), ("Form.Code", App.Code()))).Refuses("", "管理员账号须有动态口令或通行密钥");
        Assert.Equal(1, await App.Read(db => db.SecondFactors.CountAsync()));
    }

    [Fact]
    public async Task Without_one_there_is_nothing_to_give_up() => await (await As(Role.DepartmentHead, House.General)).IsShut(Page, HttpStatusCode.NotFound);
}
