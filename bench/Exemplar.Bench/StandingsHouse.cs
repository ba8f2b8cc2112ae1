using Exemplar.Demo;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Rules;
using Exemplar.Rules.Standings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>Tier M, all direct offices of a city: 58 committees, 945 branches, 17,782 members, a year of sessions with who took part.</summary>
internal sealed class StandingsHouse(string folder) : IAsyncDisposable
{
    private const int Committees = 58, Branches = 945, Members = 17_782;
    private static readonly DateOnly Today = new(2026, 11, 24), Kept = new(2026, 1, 1);

    /// <summary>A branch's sessions of a year: kind, how many, tenths of a class hour.</summary>
    private static readonly (string Kind, int Times, int Tenths)[] Year = [("members", 4, 20), ("committee", 11, 0), ("lecture", 4, 20), ("party-day", 11, 20), ("org-life", 1, 30), ("appraisal", 1, 20)];

    private readonly WebApplication app = Application.Build(folder, change: builder => builder.Services.AddSingleton<TimeProvider>(new DemoClock(Today)));

    public string Database => $"Data Source={Path.Combine(folder, "exemplar.db")}";
    public int Facts { get; private set; }

    public Task<T> Act<T>(Func<IServiceProvider, Task<T>> work) => app.Act(work);

    public Task<int> Recount() => Act(services => services.GetRequiredService<StandingRound>().Run(default));

    public static async Task<StandingsHouse> Build(string folder)
    {
        var house = new StandingsHouse(folder);
        await house.app.Prepare(default);
        house.Facts = await house.Act(async services =>
        {
            var account = new Account { UserName = "bench", DisplayName = "工委", OpenedAt = DateTimeOffset.UnixEpoch };
            await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, "ridgeway-2468");
            return await Fill(services.GetRequiredService<AppDb>(), account);
        });
        await house.Recount();
        return house;
    }

    /// <summary>Past the commit, so that everything derived is left to the round that is measured.</summary>
    private static async Task<int> Fill(AppDb db, Account account)
    {
        var numbers = 0;
        var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某市直机关", null, ++numbers, 1).Value!;
        var committees = Enumerable.Range(1, Committees).Select(n => Unit.Found(Guid.CreateVersion7(), UnitKind.Committee, $"第{n}机关党委", office, ++numbers, n, Kept).Value!).ToList();
        var branches = Enumerable.Range(1, Branches).Select(n => Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, $"第{n}支部", committees[n % Committees], ++numbers, n, Kept).Value!).ToList();
        var people = Enumerable.Range(0, Members).Select(n => new Person { Name = $"党员{n}", Status = MemberStatus.Full, Memberships = [] }).ToList();
        var stays = people.Select((p, n) => new Membership { PersonId = p.Id, UnitId = branches[n % Branches].Id, From = new(2025, 1, 1) }).ToList();
        var grant = new Grant { AccountId = account.Id, Role = Role.CommitteeOffice, UnitId = office.Id, Inherit = true, From = DateOnly.MinValue };

        await db.Fill<Unit>([office, .. committees, .. branches]);
        await db.Fill(people);
        await db.Fill(stays);
        var act = new Act(account.Id, null, DateTimeOffset.UnixEpoch);
        await db.Commit((db, _) =>
        {
            db.Add(grant);
            db.Log(act, "bench", grant);
            return Task.FromResult<Result<int>>(0);
        }, default);
        var facts = Sessions(branches, stays.ToLookup(s => s.UnitId, s => s.PersonId)).ToList();
        await db.Fill(facts);
        return facts.Count;
    }

    private static IEnumerable<Fact> Sessions(List<Unit> branches, ILookup<Guid, Guid> roll) =>
        from branch in branches
        from session in Year
        from time in Enumerable.Range(0, session.Times)
        let record = Guid.CreateVersion7()
        let day = new DateOnly(2026, 1 + time * 11 / session.Times, 6 + time)
        from fact in roll[branch.Id].Take(session.Kind == "committee" ? 5 : 19).Select(p => Fact.Of($"attended.{session.Kind}", record, branch.Id, day, p, session.Tenths)).Prepend(Fact.Of($"held.{session.Kind}", record, branch.Id, day))
        select fact;

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
