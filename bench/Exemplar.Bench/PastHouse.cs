using System.Diagnostics;
using Exemplar.Demo;
using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Data;
using Exemplar.Platform.Files;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>A committee's branches with members since before the first past meeting, and the account that brings the registers in; a copy of it for each round.</summary>
internal sealed class PastHouse(string folder) : IAsyncDisposable
{
    public const int Branches = 20, Members = 15;
    private static readonly DateOnly Today = new(2026, 11, 24), Joined = new(2020, 1, 1);

    private readonly WebApplication app = Application.Build(folder, change: builder => builder.Services.AddSingleton<TimeProvider>(new DemoClock(Today)));

    public string Database => $"Data Source={Path.Combine(folder, "exemplar.db")}";

    public static string Called(int branch, int n) => "王" + string.Concat($"{branch:00}{n:00}".Select(digit => "安博晨东飞光海嘉凯林"[digit - '0']));

    public static async Task<PastHouse> Build(string folder)
    {
        var house = new PastHouse(folder);
        await house.app.Prepare(default);
        await house.app.Act(async services => await services.GetRequiredService<AppDb>().Commit<int>(async (db, ct) =>
        {
            var act = new Act(null, null, DateTimeOffset.UnixEpoch);
            var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某市政府办公室", null, 1, 1).Value!;
            var branches = Enumerable.Range(1, Branches).Select(n => Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, $"第{n}党支部", office, n + 1, n, Joined).Value!).ToList();
            await db.InsertRecords<Unit>(act, "bench", [office, .. branches], ct);
            await db.InsertRecords(act, "bench", branches.SelectMany((branch, b) => Enumerable.Range(1, Members).Select(n => Member(Called(b + 1, n), branch))).ToList(), ct);
            var account = new Account { UserName = "bench", OpenedAt = act.At };
            var grant = new Grant { AccountId = account.Id, Role = Role.CommitteeOffice, UnitId = office.Id, Inherit = true, From = DateOnly.MinValue };
            db.AddRange(account, grant);
            db.Log(act, "bench", grant);
            return 0;
        }, default));
        return house;
    }

    private static Person Member(string name, Unit branch)
    {
        var person = new Person { Name = name, Status = MemberStatus.Full, Memberships = [] };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = branch.Id, From = Joined });
        return person;
    }

    /// <summary>The same house in a folder of its own.</summary>
    public async Task<PastHouse> Copy(string to)
    {
        Directory.CreateDirectory(to);
        await RecordHouse.Copy(Database, Path.Combine(to, "exemplar.db"));
        return new(to);
    }

    /// <summary>What the preview page computes; returns the number of meetings that could be taken over.</summary>
    public Task<int> Plan(byte[] sheet) => app.Act(async services =>
    {
        var kinds = services.GetRequiredService<MeetingKinds>();
        var read = PastReader.Read("register.xlsx", SheetReader.ReadAll(sheet).Value!, kinds, Today).Value!;
        var handedIn = HandedInRegister.Of(Guid.Empty, default, "register.xlsx", null, read);
        return (await PastPlanner.Plan(services.GetRequiredService<AppDb>(), services.GetRequiredService<Actor>(), handedIn, kinds, Today, default)).Ready.Count();
    });

    /// <summary>Milliseconds of the whole, and of the confirmations alone.</summary>
    public async Task<(double All, double Confirmed)> Import(IEnumerable<byte[]> sheets)
    {
        var start = Stopwatch.GetTimestamp();
        var handed = await app.Act(async services => (await services.GetRequiredService<UploadRegister>().Handle([.. sheets.Select((sheet, n) => new HandedFile($"register{n}.xlsx", sheet))], null, null, default)).Value!.Taken);   // as the page takes files: together
        var handedIn = Stopwatch.GetTimestamp();
        foreach (var register in handed)
        {
            var done = await app.Act(services => services.GetRequiredService<ImportRegister>().Handle(register.Id, shown: null, default));
            if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
        }
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, Stopwatch.GetElapsedTime(handedIn).TotalMilliseconds);
    }

    /// <summary>Milliseconds of taking every import back.</summary>
    public async Task<double> Withdraw()
    {
        var imports = await app.Act(services => services.GetRequiredService<AppDb>().ImportedRegisters.Where(r => r.WithdrawnAt == null).Select(r => r.Id).ToListAsync());
        var start = Stopwatch.GetTimestamp();
        foreach (var id in imports)
            if ((await app.Act(services => services.GetRequiredService<WithdrawRegister>().Handle(id, default))).Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
