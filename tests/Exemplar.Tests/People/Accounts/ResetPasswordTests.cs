using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class ResetPasswordTests : AccountTests
{
    private const string First = "right-horse-1", Second = "left-horse-2";

    [Fact]
    public async Task A_reset_ends_password_and_sessions_and_invites_to_a_new_one()
    {
        var zhao = (await App.GivenAccount("zhao", First, Role.DepartmentHead, House.General)).Id;
        var browser = App.Browser();
        Assert.Equal("/", (await SignIn(browser, First)).Headers.Location!.OriginalString);

        var code = await Reset(zhao);

        Assert.Equal("/sign-in", (await browser.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(App.Browser(), First)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await App.Browser().Submit("/invitation", ("Form.Code", code), ("Form.Password", Second), ("Form.Again", Second))).StatusCode);
        Assert.Equal("/", (await SignIn(App.Browser(), Second)).Headers.Location!.OriginalString);
        Assert.Equal([AccountStepKind.PasswordReset, AccountStepKind.Invited, AccountStepKind.InvitationAccepted], (await App.Read(db => db.AccountSteps.OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_form_sent_twice_invites_once_and_the_second_answer_shows_no_code()
    {
        var url = $"/accounts/{AccountId}/password";
        var page = await SystemAdmin.Open(url);
        await (await SystemAdmin.SubmitForm(page, url, "main form[method=post]")).Leads(SystemAdmin, "已发出邀请");
        Assert.Null((await (await SystemAdmin.SubmitForm(page, url, "main form[method=post]")).Leads(SystemAdmin, "已发出邀请")).QuerySelector("strong.code"));
        Assert.Equal(1, await App.Read(db => db.Invitations.CountAsync()));
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string password) => browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", password));

    private async Task<string> Reset(Guid id) =>
        (await (await SystemAdmin.Submit($"/accounts/{id}/password")).Leads(SystemAdmin, "已发出邀请")).QuerySelector("strong.code")!.TextContent;

    [Fact]
    public async Task Only_the_system_administrator_may_and_only_in_the_own_house()
    {
        await Security.IsShut($"/accounts/{AccountId}/password", HttpStatusCode.Forbidden);
        await SystemAdmin.IsShut($"/accounts/{await AccountElsewhere()}/password", HttpStatusCode.NotFound);
        await SystemAdmin.IsShut($"/accounts/{Guid.CreateVersion7()}/password", HttpStatusCode.NotFound);
    }
}
