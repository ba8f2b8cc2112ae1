using Exemplar.Platform.Data;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

internal static class Acting
{
    /// <summary>As one request of the house's only account, or of nobody before it was opened.</summary>
    public static async Task<T> Act<T>(this WebApplication app, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AppDb>().Users.Select(a => a.Id).SingleOrDefaultAsync();
        if (account != Guid.Empty) scope.ServiceProvider.GetRequiredService<Actor>().Become((await app.Services.GetRequiredService<GrantBook>().Find(account, default))!);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Past the commit: rows that a house is to hold already.</summary>
    public static async Task Fill<T>(this AppDb db, IEnumerable<T> rows) where T : class
    {
        await using var together = await db.Database.BeginTransactionAsync();
        await db.InsertSet(db.Model.FindEntityType(typeof(T))!, rows, default);
        await together.CommitAsync();
    }
}
