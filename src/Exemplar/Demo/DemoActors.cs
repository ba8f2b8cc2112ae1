namespace Exemplar.Demo;

/// <summary>Lets the accounts of the demo act through the real handlers, gates and all.</summary>
public sealed class DemoActors(IServiceProvider services, DemoClock clock, IReadOnlyList<DemoAccount> accounts)
{
    public string Holder(string userName) => accounts.Single(a => a.UserName == userName).Name;

    /// <summary>Does one deed as this account; throws when a handler refuses, since a demo that skips is no demo.</summary>
    public Task<T> As<THandler, T>(string userName, Func<THandler, Task<Result<T>>> deed) where THandler : notnull =>
        As(userName, services => deed(services.GetRequiredService<THandler>()));

    public async Task<T> As<T>(string userName, Func<IServiceProvider, Task<Result<T>>> deed)
    {
        clock.Tick();
        await using var scope = services.CreateAsyncScope();
        var account = accounts.Single(a => a.UserName == userName);
        scope.ServiceProvider.GetRequiredService<Actor>().Become((await services.GetRequiredService<GrantBook>().Find(account.Id, default))!);
        var done = await deed(scope.ServiceProvider);
        return done.Refusal is null ? done.Value! : throw new InvalidOperationException($"{userName}: {done.Refusal.Message}");
    }

    /// <summary>What the program does by itself each morning.</summary>
    public async Task Round<T>(Func<T, Task> run) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task<T> Read<T>(Func<AppDb, Task<T>> query)
    {
        await using var scope = services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
