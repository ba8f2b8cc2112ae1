namespace Exemplar.Platform.Security;

/// <summary>
/// Passwords for one name are tried one after another: failures counted by requests that run side by side would overwrite
/// each other, and a guesser would get more tries than five.
/// </summary>
public sealed class SignInQueue
{
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<T> Run<T>(string userName, Func<Task<T>> attempt)
    {
        var lane = lanes[(uint)userName.Trim().ToUpperInvariant().GetHashCode(StringComparison.Ordinal) % (uint)lanes.Length];
        await lane.WaitAsync();
        try
        {
            return await attempt();
        }
        finally
        {
            lane.Release();
        }
    }
}
