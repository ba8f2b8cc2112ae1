using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Exemplar.Tests.Authorization;

/// <summary>
/// Hears every statement that writes and says to which request it belonged, and to which table. Cheaper than comparing
/// all tables ten thousand times; that is done at the end, in case something was written behind its back.
/// </summary>
internal sealed partial class WriteLedger : DbCommandInterceptor, IStartupFilter
{
    public const string Header = "X-Matrix-Call";

    private static readonly AsyncLocal<ConcurrentQueue<string>?> Now = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> calls = new();

    /// <summary>The tables that the request wrote to, one for each statement; forgotten with the answer.</summary>
    public IReadOnlyList<string> Of(string call) => calls.TryRemove(call, out var writes) ? [.. writes] : [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (context.Request.Headers[Header] is [{ } call]) Now.Value = calls[call] = new();
            await rest(context);
        });
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
    {
        Hear(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken ct = default)
    {
        Hear(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<object> result, CancellationToken ct = default)
    {
        Hear(command);
        return ValueTask.FromResult(result);
    }

    private static void Hear(DbCommand command)
    {
        if (Now.Value is not { } writes) return;
        foreach (Match write in Write().Matches(command.CommandText)) writes.Enqueue(write.Groups[1].Value);
    }

    [GeneratedRegex("\\b(?:insert\\s+into|update|delete\\s+from)\\s+\"(\\w+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Write();
}
