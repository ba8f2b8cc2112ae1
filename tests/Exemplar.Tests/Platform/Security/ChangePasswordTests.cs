using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security;

public sealed class ChangePasswordTests : HouseTests
{
    private const string Old = "right-horse-1";

    [Fact]
    public async Task A_new_password_opens_the_door_and_the_old_one_and_every_other_session_are_dead()
    {
        await App.GivenAccount("zhao", Old, Role.DepartmentHead, House.General, mustChange: true);
        var (here, elsewhere) = (await SignedIn(), await SignedIn());

        var answer = await here.Submit("/password", ("Form.Old", Old), ("Form.New", "left-horse-2"), ("Form.Again", "left-horse-2"));

        await answer.Leads(here, "密码已修改");
        Assert.Equal(1, await App.Read(db => db.AccountSteps.CountAsync(s => s.Kind == AccountStepKind.PasswordChanged)));
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(App.Browser(), Old)).StatusCode);
        Assert.Equal("/", (await Try(App.Browser(), "left-horse-2")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("wrong-horse-1", "left-horse-2", "left-horse-2", "Old")]
    [InlineData(Old, "left-horse-2", "left-horse-3", "Again")]
    [InlineData(Old, Old, Old, "New")]
    [InlineData(Old, "short", "short", "New")]
    public async Task A_refusal_stands_at_its_field_and_the_old_password_still_opens(string old, string @new, string again, string field)
    {
        await App.GivenAccount("zhao", Old, Role.DepartmentHead, House.General);
        var answer = await (await SignedIn()).Submit("/password", ("Form.Old", old), ("Form.New", @new), ("Form.Again", again));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual("", (await answer.Read()).ErrorAt(field));
        Assert.Equal(HttpStatusCode.Redirect, (await Try(App.Browser(), Old)).StatusCode);
    }

    private async Task<HttpClient> SignedIn()
    {
        var browser = App.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await Try(browser, Old)).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> Try(HttpClient browser, string password) => browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", password));
}
