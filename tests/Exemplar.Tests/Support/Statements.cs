using System.Collections.Concurrent;
using System.Data.Common;
using Exemplar.Platform.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Support;

/// <summary>Hears each statement that the application sends to its database. Sets of rows on SQLite, which go below the provider, are not among them.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Text, bool InTurn)> heard = new();

    public IReadOnlyList<string> Heard => [.. heard.Select(h => h.Text)];

    /// <summary>Those within a transaction, for which others wait.</summary>
    public IReadOnlyList<string> HeardInTurn => [.. heard.Where(h => h.InTurn).Select(h => h.Text)];

    /// <summary>An application that is listened to.</summary>
    public TestApp App() => new()
    {
        More = builder =>
        {
            builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this));
            builder.Services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(this));
        },
    };

    public void Forget() => heard.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
    {
        heard.Enqueue((command.CommandText, command.Transaction is not null));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken ct = default)
    {
        heard.Enqueue((command.CommandText, command.Transaction is not null));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<object> result, CancellationToken ct = default)
    {
        heard.Enqueue((command.CommandText, command.Transaction is not null));
        return ValueTask.FromResult(result);
    }
}
