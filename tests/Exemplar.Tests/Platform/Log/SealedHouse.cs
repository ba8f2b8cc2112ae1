using Exemplar.Demo;
using Exemplar.Kernel;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log.Keys;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Log;

/// <summary>
/// The demo's office with a year of records made by the real handlers, rows of the kinds that it has none of, and everything
/// sealed in several checkpoints of which the last was kept. Made once for a class; what a test changes it takes back.
/// </summary>
public sealed class SealedHouse : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly TestDatabase database;
    private WebApplication? app;

    public SealedHouse() => database = new(DataFolder);

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("exemplar-sealed-").FullName;
    public string? Postgres { get; private set; }
    public LogCheckpoint Kept { get; private set; } = null!;
    public VerifyingKey Key { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Postgres = await database.Create();
        Assert.Null(await DemoYear.Make(DataFolder, Postgres, Today, 1, _ => { }, default));
        app = Application.Build(DataFolder, Postgres, change: builder => builder.Services.AddSingleton<TimeProvider>(new DemoClock(Today)));
        await Read(RareRecords.Add);
        await Seal();
        await Read(RareRecords.LogUnits);
        await Seal();
        Kept = await Read(db => db.LogCheckpoints.AsNoTracking().OrderBy(c => c.Number).LastAsync());
        Key = app.Services.GetRequiredService<LogKeys>().Known()[Kept.KeyId];
    }

    public Task<IReadOnlyList<LogCheckpoint>> Seal() => Use<SealLog, IReadOnlyList<LogCheckpoint>>(async seal => (await seal.Handle(default)).Value ?? throw new InvalidOperationException());

    public Task<Exemplar.Platform.Log.Verification.Verification> Verify(LogCheckpoint? kept = null) => Use<VerifyLog, Exemplar.Platform.Log.Verification.Verification>(verify => verify.Handle(kept, null, default));

    /// <summary>Changes the database past the program, verifies with the kept checkpoint, and takes everything back.</summary>
    public async Task<Exemplar.Platform.Log.Verification.Verification> Tamper(Func<AppDb, Task> tamper)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await tamper(db);
        return await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(Kept, null, default);
    }

    public async Task<TResult> Use<T, TResult>(Func<T, Task<TResult>> use) where T : notnull
    {
        await using var scope = app!.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task<T> Read<T>(Func<AppDb, Task<T>> query) => Use(query);

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        await database.Drop();
        Directory.Delete(DataFolder, recursive: true);
    }
}
