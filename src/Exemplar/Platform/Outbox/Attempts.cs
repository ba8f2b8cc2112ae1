namespace Exemplar.Platform.Outbox;

public static class Attempts
{
    /// <summary>Runs a background deed in a scope of its own. A failure is logged and waits for the next round: it must never stop the host.</summary>
    /// <returns>Whether it went through.</returns>
    public static async Task<bool> Attempt<T>(this IServiceScopeFactory scopes, Func<T, Task> deed, ILogger log, CancellationToken ct) where T : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await deed(scope.ServiceProvider.GetRequiredService<T>());
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;   // the host stops; what was claimed runs out and is sent after the next start
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Deed} failed and will be tried again", typeof(T).Name);
            return false;
        }
    }
}
