using Exemplar.Platform.Log.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Support;

internal static class Sealed
{
    /// <summary>Seals what was entered so far; the new checkpoint.</summary>
    public static async Task<LogCheckpoint> Seal(this TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SealLog>().Handle(default)).Value![^1];
    }
}
