using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Security.Audit;

public sealed class SecurityAuditTests : HouseTests
{
    private const string Password = "right-horse-1";

    [Fact]
    public async Task A_shut_door_and_a_hidden_object_leave_one_row_each_with_account_permission_and_address()
    {
        var member = await House.Account("钱某", (Role.Member, House.FirstBranch));
        await App.As(member).GetAsync("/people?name=%E9%92%B1");
        await App.As(member).GetAsync($"/meetings/{House.SecondBranch.Id}");

        Assert.Equal([(SecurityEventKind.Forbidden, member, "people.view", "/people"), (SecurityEventKind.NotShown, member, "meetings.view", $"/meetings/{House.SecondBranch.Id}")],
            (await Events()).Select(e => (e.Kind, e.AccountId!.Value, e.Permission, e.Path)));
    }

    [Fact]
    public async Task The_permission_that_was_missing_is_named_not_that_of_the_door()
    {
        var head = await House.Account("孙某", (Role.DepartmentHead, House.Office));
        await App.Read(db => db.SecurityEvents.CountAsync());
        var answer = await App.As(head).GetAsync($"/units/{House.General.Id}/year");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("standings.view", Assert.Single(await Events()).Permission);
    }

    [Fact]
    public async Task Words_in_an_address_are_not_kept()
    {
        var member = App.As(await House.Account("钱某", (Role.Member, House.FirstBranch)));
        await member.GetAsync($"/standings/{House.General.Id}/{Uri.EscapeDataString("张三丰")}/2026-01-01?q={Uri.EscapeDataString("李四光")}");

        Assert.Equal($"/standings/{House.General.Id}/{{rule}}/{{from}}", Assert.Single(await Events()).Path);
        Assert.Empty(await App.Find("张三丰", "李四光"));
    }

    [Theory]
    [InlineData("{0}%20")]
    [InlineData("%7B{0}%7D")]
    [InlineData("({0})")]
    public async Task However_an_id_is_spelled_it_stands_in_the_row_as_it_is(string spelling)
    {
        var member = App.As(await House.Account("钱某", (Role.Member, House.FirstBranch)));
        var id = House.SecondBranch.Id;
        await member.GetAsync($"/meetings/{string.Format(System.Globalization.CultureInfo.InvariantCulture, spelling, id)}");
        await member.GetAsync($"/meetings/{string.Concat(Enumerable.Repeat("%20", 300))}{id}");

        Assert.Equal([$"/meetings/{id}", $"/meetings/{id}"], (await Events()).Select(e => e.Path));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_or_asks_for_no_such_page_leaves_nothing()
    {
        await App.Browser().GetAsync("/people");
        await App.Browser().GetAsync("/no/such/page");
        await App.Browser().GetAsync("/feeds/guessed.ics");
        Assert.Empty(await Events());
    }

    [Fact]
    public async Task Signing_in_failing_being_locked_and_signing_out_leave_one_row_each()
    {
        var account = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
        var browser = App.Browser();
        await SignIn(browser, "zhao", Password);
        await browser.SubmitForm(await browser.Open("/password"), "/password", "form[action='/sign-out']");
        for (var i = 0; i < 5; i++) await SignIn(App.Browser(), "zhao", "wrong-horse-1");
        await SignIn(App.Browser(), "zhao", Password);   // while it is locked

        Assert.Equal([SecurityEventKind.SignedIn, SecurityEventKind.SignedOut, .. Enumerable.Repeat(SecurityEventKind.SignInFailed, 4), SecurityEventKind.LockedOut, SecurityEventKind.SignInFailed],
            (await Events()).Select(e => e.Kind));
        Assert.All(await Events(), e => Assert.Equal(account.Id, e.AccountId));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_not_kept_for_it_may_be_a_password()
    {
        await SignIn(App.Browser(), "My-Secret-Horse", "x");
        Assert.Null(Assert.Single(await Events()).AccountId);
        Assert.Empty(await App.Find("My-Secret-Horse", "MY-SECRET-HORSE"));
    }

    [Fact]
    public async Task A_flood_is_counted_into_one_row_a_minute()
    {
        var member = App.As(await House.Account("钱某", (Role.Member, House.FirstBranch)));
        var other = App.As(await House.Account("李某", (Role.Member, House.FirstBranch)));
        for (var i = 0; i < 100; i++) await member.GetAsync($"/meetings/{Guid.CreateVersion7()}");
        await other.GetAsync($"/meetings/{Guid.CreateVersion7()}");
        Assert.Equal(AuditAllowance.Usual.PerMinute + 1, (await Events()).Count);   // the other account has an allowance of its own

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.Services.GetRequiredService<SecurityAudit>().Settle();
        await App.Services.GetRequiredService<SecurityAudit>().Settle(all: true);

        var counted = Assert.Single(await Events(), e => e.Times > 1);
        Assert.Equal((100 - AuditAllowance.Usual.PerMinute, SecurityEventKind.NotShown), (counted.Times, counted.Kind));
        await member.GetAsync($"/meetings/{Guid.CreateVersion7()}");
        Assert.Equal(AuditAllowance.Usual.PerMinute + 3, (await Events()).Count);
    }

    [Fact]
    public async Task What_was_counted_is_written_when_the_program_ends()
    {
        var audit = new SecurityAudit(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Clock, new(1), Microsoft.Extensions.Logging.Abstractions.NullLogger<SecurityAudit>.Instance);
        var worker = new AuditWorker(audit, App.Clock);
        await worker.StartAsync(default);
        for (var i = 0; i < 3; i++) await audit.Note(SecurityEventKind.SignInFailed, null);

        await worker.StopAsync(default);

        Assert.Equal([1, 2], (await Events()).Select(e => e.Times).Order());
    }

    [Theory]
    [InlineData("update \"SecurityEvents\" set \"Times\" = 7")]
    [InlineData("delete from \"SecurityEvents\"")]
    public async Task Rows_are_only_added(string sql)
    {
        await App.As(await House.Account("钱某", (Role.Member, House.FirstBranch))).GetAsync("/people");
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => App.Read(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("only added", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>It would delete the old row without asking.</summary>
    [SqliteTheory]
    [InlineData("insert or replace into \"SecurityEvents\" select * from \"SecurityEvents\"")]
    public Task Rows_are_not_replaced_either(string sql) => Rows_are_only_added(sql);

    [Fact]
    public async Task A_refusal_stands_even_if_it_cannot_be_noted()
    {
        await App.Read(db => db.Database.ExecuteSqlRawAsync("alter table \"SecurityEvents\" rename to \"Gone\""));
        Assert.Equal(HttpStatusCode.Forbidden, (await App.As(await House.Account("钱某", (Role.Member, House.FirstBranch))).GetAsync("/people")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string name, string password) => browser.Submit("/sign-in", ("Form.UserName", name), ("Form.Password", password));

    private Task<List<SecurityEvent>> Events() => App.Read(db => db.SecurityEvents.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
}
