using System.Collections.Concurrent;
using System.Diagnostics;
using Exemplar.Demo;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Meetings.Recording;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>Branches of 50 members with planned meetings, and a secretary each who records them.</summary>
internal sealed class RecordHouse(string folder) : IAsyncDisposable
{
    public const int Writers = 16;
    private const int Members = 50;
    private static readonly DateOnly Today = new(2026, 11, 24), Kept = new(2026, 1, 1);

    private readonly WebApplication app = Application.Build(folder, change: builder => builder.Services.AddSingleton<TimeProvider>(new DemoClock(Today)));

    public string Database => $"Data Source={Path.Combine(folder, "exemplar.db")}";

    public static async Task<RecordHouse> Build(string folder, int meetingsEach)
    {
        var house = new RecordHouse(folder);
        await house.app.Prepare(default);
        await using var scope = house.app.Services.CreateAsyncScope();
        var kind = scope.ServiceProvider.GetRequiredService<MeetingKinds>().Find(MeetingKind.PartyDay)!;
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var act = new Act(null, null, DateTimeOffset.UnixEpoch);
        await db.Commit<int>(async (db, ct) =>
        {
            var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某市政府办公室", null, 1, 1).Value!;
            var branches = Enumerable.Range(1, Writers).Select(n => Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, $"第{n}党支部", office, n + 1, n, Kept).Value!).ToList();
            await db.InsertRecords<Unit>(act, "bench", [office, .. branches], ct);
            foreach (var branch in branches) await Fill(db, branch, kind, meetingsEach, act, ct);
            return 0;
        }, default);
        return house;
    }

    private static async Task Fill(AppDb db, Unit branch, MeetingKind kind, int meetings, Act act, CancellationToken ct)
    {
        var people = Enumerable.Range(1, Members).Select(n => new Person { Name = $"党员{n}", Status = MemberStatus.Full, Memberships = [] }).ToList();
        foreach (var person in people) person.Memberships.Add(new() { PersonId = person.Id, UnitId = branch.Id, From = Kept });
        await db.InsertRecords(act, "bench", people, ct);
        var plans = Enumerable.Range(0, meetings).Select(n => Meeting.Plan(Guid.CreateVersion7(), kind, branch,
            new(Kept.AddDays(n * 320 / meetings), new(9, 0), new(11, 0), "三楼会议室", "学习讨论", people[0].Id, people[0].Id, ["学习文件", "讨论"]), act, Today).Value!).ToList();
        await db.InsertRecords(act, "bench", plans, ct);
        var account = new Account { UserName = $"s{branch.Order}", NormalizedUserName = $"S{branch.Order}", DisplayName = "书记", OpenedAt = act.At, PersonId = people[0].Id };
        var grant = new Grant { AccountId = account.Id, Role = Role.BranchSecretary, UnitId = branch.Id, Inherit = false, From = DateOnly.MinValue };
        db.AddRange(account, grant);
        db.Log(act, "bench", grant);
    }

    /// <summary>Everybody records the next so many meetings of their branch, side by side; the whole and each in milliseconds.</summary>
    public async Task<(double Milliseconds, IReadOnlyCollection<double> Each)> Record(int meetings)
    {
        var next = (await Read(services => services.GetRequiredService<AppDb>().Meetings.Where(m => m.State == MeetingState.Planned)
            .OrderBy(m => m.HeldOn).Select(m => new { m.UnitId, m.Id }).ToListAsync())).GroupBy(m => m.UnitId, m => m.Id);
        var took = new ConcurrentBag<double>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(next.Select(branch => Task.Run(() => RecordAll(branch.Key, branch.Take(meetings), took))));
        return (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, took);
    }

    private async Task<T> Read<T>(Func<IServiceProvider, Task<T>> query)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider);
    }

    private async Task RecordAll(Guid branch, IEnumerable<Guid> meetings, ConcurrentBag<double> took)
    {
        foreach (var id in meetings)
        {
            var start = Stopwatch.GetTimestamp();
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var secretary = await db.Grants.Where(g => g.UnitId == branch).Select(g => g.AccountId).SingleAsync();
            scope.ServiceProvider.GetRequiredService<Actor>().Become((await app.Services.GetRequiredService<GrantBook>().Find(secretary, default))!);
            var form = await Form(db, id);
            start = Stopwatch.GetTimestamp();
            var done = await scope.ServiceProvider.GetRequiredService<RecordMeeting>().Handle(id, form, default);
            if (done.Refusal is { } refusal) throw new InvalidOperationException($"{refusal.Field}: {refusal.Message}");
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>What the browser sends: everything as planned, everybody there.</summary>
    private static async Task<RecordForm> Form(AppDb db, Guid id)
    {
        var meeting = await db.Meetings.AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == id);
        var roll = await db.Memberships.Where(m => m.UnitId == meeting.UnitId).Select(m => m.PersonId).ToListAsync();
        return new()
        {
            Version = meeting.Version,
            HeldOn = meeting.HeldOn,
            StartsAt = meeting.StartsAt,
            EndsAt = meeting.EndsAt,
            Place = meeting.Place,
            Topic = meeting.Topic,
            Chair = meeting.ChairId,
            Recorder = meeting.RecorderId,
            Study = StudyLength.ByTime,
            Reason = "按纸质记录补录",
            Why = roll.ToDictionary(p => p, _ => (string?)""),
            Agenda = [.. meeting.Agenda.Select(i => new AgendaFields { Id = i.Id, Title = i.Title, Discussion = "大家逐条学习，讨论热烈" })],
        };
    }

    /// <summary>The database as it is now, in a file of its own.</summary>
    public Task<string> Copy(string to) => Copy(Database, to);

    public static async Task<string> Copy(string from, string to)
    {
        await using var database = new SqliteConnection(from);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "vacuum into $to";
        command.Parameters.AddWithValue("$to", to);
        await command.ExecuteNonQueryAsync();
        return $"Data Source={to}";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
