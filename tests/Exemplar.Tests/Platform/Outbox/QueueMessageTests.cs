using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class QueueMessageTests : OutboxTests
{
    [Theory]
    [InlineData(Role.Member, new[] { "03-10", "03-11" }, new[] { "03-11", "03-12", "03-31" }, "04-01")]
    [InlineData(Role.BranchSecretary, new[] { "03-10" }, new[] { "03-10", "03-11", "03-13" }, "03-16")]
    public async Task A_cap_holds_until_its_week_or_month_is_over(Role role, string[] queued, string[] refused, string next)
    {
        var account = await Addressed(role);
        foreach (var day in queued) Assert.True(await IsQueued(account, day), $"{day} is within the cap");
        foreach (var day in refused) Assert.False(await IsQueued(account, day), $"{day} is beyond it");
        Assert.True(await IsQueued(account, next), "and then the count begins again");
    }

    [Fact]
    public async Task Only_what_was_sent_is_counted_as_sent()
    {
        var account = await Addressed(Role.Member);
        Assert.NotNull(await Queue(queue => queue.ToAccount(account, "x", "x", default)));
        Assert.Empty(await App.Read(db => db.SentMessages(new(2026, 3, 1), new(2026, 3, 31), default)));
    }

    [Fact]
    public async Task An_account_without_an_address_gets_nothing()
    {
        var account = await House.Account("某人", (Role.Member, House.FirstBranch));
        Assert.Null(await Queue(queue => queue.ToAccount(account, "x", "x", default)));
    }

    private async Task<bool> IsQueued(Guid account, string day)
    {
        App.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse($"2026-{day}").ToDateTime(new(9, 0)), TimeSpan.FromHours(8)).AddMinutes(App.Clock.GetUtcNow().Minute + 1));
        return await Queue(queue => queue.ToAccount(account, "x", "x", default)) is not null;
    }

    private async Task<Guid> Addressed(Role role)
    {
        var account = await House.Account("某人", (role, House.FirstBranch));
        await App.Read(db => db.Commit<bool>(async (db, ct) => { (await db.Users.SingleAsync(a => a.Id == account, ct)).Email = "a@linjiang.example"; return true; }, default));
        return account;
    }
}
