using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Log.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>A log of a million entries over a quarter of a million records with a part each, sealed.</summary>
internal sealed class VerifyHouse(string folder) : IAsyncDisposable
{
    public const int Records = 250_000, EntriesEach = 4;
    private const int RecordsPerCommit = 10_000;

    private readonly WebApplication app = Application.Build(folder);

    public string Database => $"Data Source={Path.Combine(folder, "exemplar.db")}";

    public Task<Verification> Verify() => app.Act(services => services.GetRequiredService<VerifyLog>().Handle(null, null, default));

    public static async Task<VerifyHouse> Build(string folder)
    {
        var house = new VerifyHouse(folder);
        await house.app.Prepare(default);
        await house.app.Act(async services => await Fill(services.GetRequiredService<AppDb>()));
        await house.app.Act(async services => (await services.GetRequiredService<SealLog>().Handle(default)).Value!.Count);
        return house;
    }

    private static async Task<int> Fill(AppDb db)
    {
        var act = new Act(null, null, DateTimeOffset.UnixEpoch);
        var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某市直机关", null, 1, 1).Value!;
        await db.Commit<int>((db, _) =>
        {
            db.Add(office);
            db.Log(act, "bench", office);
            return Task.FromResult<Result<int>>(0);
        }, default);
        for (var made = 0; made < Records; made += RecordsPerCommit)
        {
            var people = Enumerable.Range(made, RecordsPerCommit).Select(n => Somebody(n, office)).ToList();
            await db.Commit<int>(async (db, ct) =>
            {
                await Insert(db, people);
                await Insert(db, people.SelectMany(p => p.Memberships));
                for (var i = 0; i < EntriesEach; i++) await Insert(db, people.Select(p => LogEntry.Of(act, "bench", db.Model, p)));
                return 0;
            }, default);
        }
        return Records;
    }

    private static Person Somebody(int number, Unit office)
    {
        var person = new Person { Name = $"党员{number}", Sex = number % 2 == 0 ? Sex.Female : Sex.Male, BirthMonth = new(1980, 1 + number % 12, 1), JoinedOn = new DateOnly(2009, 7, 1), Status = MemberStatus.Full };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = office.Id, From = new(2026, 1, 1) });
        return person;
    }

    private static Task Insert<T>(AppDb db, IEnumerable<T> rows) where T : class => db.InsertSet(db.Model.FindEntityType(typeof(T))!, rows, default);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
