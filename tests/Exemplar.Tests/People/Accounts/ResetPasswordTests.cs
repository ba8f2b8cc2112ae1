using System.Net;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class ResetPasswordTests : AccountTests
{
    [Fact]
    public async Task A_reset_gives_a_new_password_and_ends_the_sessions_of_the_old_one()
    {
        await (await SystemAdmin.Submit("/accounts/new", ("Form.DisplayName", "值班"), ("Form.UserName", "值班"))).Leads(SystemAdmin, "已开立");
        var id = await App.Read(db => db.Users.Where(a => a.UserName == "值班").Select(a => a.Id).SingleAsync());
        var first = await Reset(id);
        var browser = App.Browser();
        Assert.Equal("/password", (await browser.Submit("/sign-in", ("Form.UserName", "值班"), ("Form.Password", first))).Headers.Location!.OriginalString);

        var second = await Reset(id);

        Assert.NotEqual(first, second);
        Assert.Equal("/sign-in", (await browser.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await App.Browser().Submit("/sign-in", ("Form.UserName", "值班"), ("Form.Password", second))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await App.Browser().Submit("/sign-in", ("Form.UserName", "值班"), ("Form.Password", first))).StatusCode);
    }

    private async Task<string> Reset(Guid id) =>
        (await (await SystemAdmin.Submit($"/accounts/{id}/password")).Leads(SystemAdmin, "已重置密码")).QuerySelector("strong.code")!.TextContent;

    [Fact]
    public async Task Only_the_system_administrator_may_and_only_in_the_own_house()
    {
        await Security.IsShut($"/accounts/{AccountId}/password", HttpStatusCode.Forbidden);
        await SystemAdmin.IsShut($"/accounts/{await AccountElsewhere()}/password", HttpStatusCode.NotFound);
        await SystemAdmin.IsShut($"/accounts/{Guid.CreateVersion7()}/password", HttpStatusCode.NotFound);
    }
}
