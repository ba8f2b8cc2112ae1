using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Support;

internal static class RealAccounts
{
    /// <summary>An account with a password, for tests that go through the real door; an administrator's with a second factor.</summary>
    public static async Task<Account> GivenAccount(this TestApp app, string name, string password, Role role, Unit unit, bool mustChange = false)
    {
        var account = new Account { UserName = name, DisplayName = name, OpenedAt = TestApp.Start, MustChangePassword = mustChange };
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, password);
            Assert.True(made.Succeeded, string.Join(',', made.Errors.Select(e => e.Description)));
        }
        await app.Given([new Grant { AccountId = account.Id, Role = role, UnitId = unit.Id, Inherit = true, From = new(2026, 1, 1) }, .. Factors.For(app, account.Id, [role])]);
        return account;
    }
}
