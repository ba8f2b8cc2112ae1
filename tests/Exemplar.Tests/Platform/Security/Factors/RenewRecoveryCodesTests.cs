using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Factors;

public sealed class RenewRecoveryCodesTests : HouseTests
{
    private const string Password = "right-horse-1", Page = "/second-factor/codes";

    [Fact]
    public async Task A_new_set_takes_the_place_of_the_old_one_and_is_shown_once()
    {
        var admin = await App.GivenAccount("zhao", Password, Role.AuditAdministrator, House.Office);
        var old = WrittenCode.New(groups: 4);
        await App.Given(new RecoveryCode { AccountId = admin.Id, Hash = WrittenCode.HashOf(old) });
        var browser = App.As(admin.Id);

        var page = await (await browser.Submit(Page, ("Form.Password", Password), ("Form.Code", App.Code()))).Leads(browser, "恢复码已换新");

        Assert.Equal(10, page.QuerySelectorAll(".codes li").Length);
        Assert.False(await App.Read(db => db.RecoveryCodes.AnyAsync(c => c.Hash == WrittenCode.HashOf(old))));
        Assert.Equal(10, await App.Read(db => db.RecoveryCodes.CountAsync()));
        Assert.Equal(["account.keep"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.RecoveryCodesRenewed).Select(s => s.Id).SingleAsync())));
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_the_old_ones_stay()
    {
        var admin = await App.GivenAccount("zhao", Password, Role.AuditAdministrator, House.Office);
        await App.Given(new RecoveryCode { AccountId = admin.Id, Hash = WrittenCode.HashOf("AAAA") });
        await (await App.As(admin.Id).Submit(Page, ("Form.Password", "wrong-horse-1"), ("Form.Code", App.Code()))).Refuses("Password", "密码不对");
        await (await App.As(admin.Id).Submit(Page, ("Form.Password", Password), ("Form.Code", "000000"))).Refuses("Code", "口令不对");
        Assert.Equal(1, await App.Read(db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task Without_a_second_factor_there_are_none() => await (await As(Role.DepartmentHead, House.General)).IsShut(Page, HttpStatusCode.NotFound);
}
