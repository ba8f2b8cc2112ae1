using System.Diagnostics;
using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>An office with a committee and one account that may import; a copy of it for each round.</summary>
internal sealed class RosterHouse : IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly string folder;
    private readonly WebApplication app;

    private RosterHouse(string folder)
    {
        this.folder = folder;
        app = Application.Build(folder);
    }

    public string Database => $"Data Source={Path.Combine(folder, "exemplar.db")}";

    public static async Task<RosterHouse> Build(string folder)
    {
        var house = new RosterHouse(folder);
        await house.app.Prepare(default);
        await house.Use(async services =>
        {
            await services.GetRequiredService<AppDb>().Commit<int>((db, ct) =>
            {
                var act = new Act(null, null, DateTimeOffset.UnixEpoch);
                var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某市政府办公室", null, 1, 1).Value!;
                var committee = Unit.Found(Guid.CreateVersion7(), UnitKind.Committee, "机关党委", office, 2, 1).Value!;
                var account = new Account { UserName = "bench", OpenedAt = act.At };
                var grant = new Grant { AccountId = account.Id, Role = Role.CommitteeOffice, UnitId = office.Id, Inherit = true, From = DateOnly.MinValue };
                db.AddRange(office, committee, account, grant);
                foreach (var record in (IRecord[])[office, committee, grant]) db.Log(act, "bench", record);
                return Task.FromResult<Result<int>>(0);
            }, default);
            return 0;
        });
        return house;
    }

    /// <summary>The same house in a folder of its own.</summary>
    public async Task<RosterHouse> Copy(string to)
    {
        Directory.CreateDirectory(to);
        await using (var database = new SqliteConnection(Database))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "vacuum into $to";
            command.Parameters.AddWithValue("$to", Path.Combine(to, "exemplar.db"));
            await command.ExecuteNonQueryAsync();
        }
        return new RosterHouse(to);
    }

    /// <summary>What the preview page computes; returns the number of lines.</summary>
    public Task<int> Plan(byte[] sheet) => Use(async services =>
    {
        var reading = RosterReading.Of(SheetReader.ReadAll(sheet).Value![0], Today).Value!;
        var plan = await RosterPlanner.Plan(services.GetRequiredService<AppDb>(), services.GetRequiredService<Actor>(), reading, new(Today), Today, default);
        return plan.Lines.Count;
    });

    public Task<Guid> HandIn(byte[] sheet) => Use(async services =>
        (await services.GetRequiredService<UploadRoster>().Handle(new("roster.xlsx", sheet), new(Today), default)).Value!.Id);

    /// <summary>Milliseconds of the confirmation: reading the kept file again, planning, writing.</summary>
    public Task<double> Import(Guid file) => Use(async services =>
    {
        var start = Stopwatch.GetTimestamp();
        var done = await services.GetRequiredService<ImportRoster>().Handle(file, new(Today), shown: null, withPosts: true, default);
        return done.Refusal is null ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException(done.Refusal.Message);
    });

    private Task<T> Use<T>(Func<IServiceProvider, Task<T>> work) => app.Act(work);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
