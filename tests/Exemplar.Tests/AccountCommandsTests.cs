using System.CommandLine;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests;

/// <summary>The way back in that takes the server itself.</summary>
public sealed class AccountCommandsTests : HouseTests
{
    [SqliteFact]
    public async Task Whoever_has_the_server_takes_away_a_second_factor_and_it_stands_in_the_log()
    {
        var account = await App.GivenAccount("zhao", "right-horse-1", Role.SecurityAdministrator, House.Office);

        await App.Given(Support.Factors.Passkey(account.Id));
        Assert.Equal((1, "没有用户名为“qian”的账号"), await Run("qian"));
        var (code, said) = await Run("zhao");

        Assert.Equal(0, code);
        Assert.StartsWith("已重置：zhao", said, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await App.Read(db => db.SecondFactors.CountAsync()), await App.Read(db => db.Passkeys.CountAsync())));
        var step = await App.Read(db => db.AccountSteps.SingleAsync());
        Assert.Equal((AccountStepKind.FactorReset, account.Id, null), (step.Kind, step.AccountId, step.ById));
        Assert.Equal(["accounts.secure"], await LogOf(step.Id));
        Assert.Equal((1, "“zhao”没有启用动态口令，也没有通行密钥"), await Run("zhao"));
    }

    private async Task<(int Code, string Said)> Run(string name)
    {
        using var said = new StringWriter();
        var code = await new RootCommand { Commands.Account() }.Parse(["account", "reset-factor", name, "--data", App.DataFolder]).InvokeAsync(new() { Output = said, Error = said });
        return (code, said.ToString().Trim());
    }
}
