using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Security;

public sealed class SignInTests : HouseTests
{
    private const string Password = "right-horse-1";

    [Fact]
    public async Task The_right_password_leads_back_to_where_one_wanted_to_go_and_never_out_of_the_house()
    {
        await SomebodyWithAPassword();
        Assert.Equal("/tasks?Show=Late", (await SignIn("/sign-in?next=%2Ftasks%3FShow%3DLate", Password)).Headers.Location!.OriginalString);
        Assert.Equal("/", (await SignIn("/sign-in?next=https%3A%2F%2Felsewhere.example", Password)).Headers.Location!.OriginalString);
        Assert.Equal("/", (await SignIn("/sign-in?next=%2F%2Felsewhere.example", Password)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_refused_in_the_same_words_and_the_name_stays()
    {
        await SomebodyWithAPassword();
        var wrong = await (await SignIn("/sign-in", "wrong-horse-1")).Read();
        var unknown = await (await SignIn("/sign-in", Password, "nobody")).Read();

        Assert.Equal(wrong.QuerySelector(".notice.bad")!.TextContent, unknown.QuerySelector(".notice.bad")!.TextContent);
        Assert.Equal("zhao", wrong.QuerySelector("#Form_UserName")!.GetAttribute("value"));
        Assert.Null(wrong.QuerySelector("#Form_Password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_ten_minutes_even_to_the_right_password()
    {
        await SomebodyWithAPassword();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn("/sign-in", "wrong-horse-1")).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn("/sign-in", Password)).StatusCode);
    }

    [Fact]
    public async Task Failures_side_by_side_are_all_counted()
    {
        await SomebodyWithAPassword();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignIn("/sign-in", "wrong-horse-1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn("/sign-in", Password)).StatusCode);
    }

    [Fact]
    public async Task Four_failures_lock_nobody_out()
    {
        await SomebodyWithAPassword();
        for (var i = 0; i < 4; i++) await SignIn("/sign-in", "wrong-horse-1");
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn("/sign-in", Password)).StatusCode);
    }

    [Fact]
    public async Task An_initial_password_leads_to_a_new_one_first()
    {
        await SomebodyWithAPassword(mustChange: true);
        Assert.Equal("/password", (await SignIn("/sign-in?next=%2Ftasks", Password)).Headers.Location!.OriginalString);
    }

    private Task<HttpResponseMessage> SignIn(string url, string password, string name = "zhao") =>
        App.Browser().Submit(url, ("Form.UserName", name), ("Form.Password", password));

    private Task<Account> SomebodyWithAPassword(bool mustChange = false) => App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General, mustChange);
}
