using System.CommandLine;
using Exemplar.People;

namespace Exemplar;

/// <summary><c>exemplar account …</c>: the way back in when the only administrator has lost phone, recovery codes and passkeys. It takes the server itself; 0 when done.</summary>
internal static class AccountCommands
{
    public static Command Build(Option<string> data, Option<string?> database)
    {
        var name = new Argument<string>("USER") { Description = "用户名" };
        var reset = new Command("reset-factor", "重置一个账号的动态口令和通行密钥：手机、恢复码和设备都丢了，又没有别的安全管理员") { name, data, database };
        reset.SetAction(async (options, ct) =>
        {
            var folder = options.GetValue(data)!;
            if (options.GetValue(database) is null && !File.Exists(Path.Combine(folder, "exemplar.db"))) return Say(options, $"{folder} 里没有 exemplar.db");
            await using var app = Application.Build(folder, options.GetValue(database));
            await using var scope = app.Services.CreateAsyncScope();
            var done = await Reset(scope.ServiceProvider, options.GetValue(name)!.Trim(), ct);
            if (done.Refusal is { } refusal) return Say(options, refusal.Message);
            await options.InvocationConfiguration.Output.WriteLineAsync($"已重置：{done.Value!.UserName}。下次登录只要密码；管理员须先重新启用动态口令，或者添加通行密钥。安全审计里记有这一条");
            return 0;
        });
        return new("account", "账号") { reset };
    }

    /// <summary>Nobody is signed in: the step is the server's own.</summary>
    private static async Task<Result<Account>> Reset(IServiceProvider services, string name, CancellationToken ct)
    {
        var act = new Act(null, null, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var normal = services.GetRequiredService<Microsoft.AspNetCore.Identity.ILookupNormalizer>().NormalizeName(name);
        return await services.GetRequiredService<AppDb>().Commit<Account>(async (db, ct) =>
        {
            if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct) is not { } account) return new Refusal($"没有用户名为“{name}”的账号");
            if (!await db.ForgetFactors(account.Id, ct)) return new Refusal($"“{name}”没有启用动态口令，也没有通行密钥");
            await db.SignInSessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(ct);
            var step = AccountStep.Of(account, AccountStepKind.FactorReset, act);
            db.Add(step);
            db.Log(act, PeopleCapability.SecureAccounts, step);
            return account;
        }, ct);
    }

    private static int Say(ParseResult options, string sentence)
    {
        options.InvocationConfiguration.Error.WriteLine(sentence);
        return 1;
    }
}
