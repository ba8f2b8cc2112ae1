using Exemplar.Campaigns;
using Exemplar.Demo;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>An office of 90 departments with one campaign, a year of its tasks and one account of the supervision desk.</summary>
internal sealed class DeskHouse(string folder) : IAsyncDisposable
{
    public const string UserName = "desk";
    private const int Departments = 90;
    private const string Password = "ridgeway-2468";
    private readonly WebApplication app = Application.Build(folder, change: builder => builder.Services.AddSingleton<TimeProvider>(new DemoClock(DeskYear.Today)));

    public string Database => $"Data Source={Path.Combine(folder, "exemplar.db")}";

    public Task<T> Act<T>(Func<IServiceProvider, Task<T>> work) => app.Act(work);

    public static async Task<DeskHouse> Build(string folder, int tasks)
    {
        var house = new DeskHouse(folder);
        await house.app.Prepare(default);
        await house.Act(async services =>
        {
            var account = new Account { UserName = UserName, DisplayName = "督查", OpenedAt = DateTimeOffset.UnixEpoch };
            await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
            return await services.GetRequiredService<AppDb>().Commit((db, ct) => Fill(db, account, tasks, ct), default);
        });
        DemoAccounts.Write(Path.Combine(folder, "demo-accounts.json"), [new("督查", UserName, Password, Role.SupervisionDesk.Name(), "某市政府办公室")]);
        return house;
    }

    private static async Task<Result<int>> Fill(AppDb db, Account account, int tasks, CancellationToken ct)
    {
        var act = new Act(account.Id, null, DateTimeOffset.UnixEpoch);
        var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某市政府办公室", null, 1, 1).Value!;
        var group = Unit.Found(Guid.CreateVersion7(), UnitKind.LeadingGroup, "创建工作领导小组", office, 2, 1).Value!;
        var issuer = Unit.Found(Guid.CreateVersion7(), UnitKind.LeadingGroupOffice, "领导小组办公室", group, 3, 1).Value!;
        var units = Enumerable.Range(1, Departments).Select(n => Unit.Found(Guid.CreateVersion7(), UnitKind.Department, $"第{n}科", office, n + 3, n + 1).Value!).ToList();
        var grant = new Grant { AccountId = account.Id, Role = Role.SupervisionDesk, UnitId = office.Id, Inherit = true, From = DateOnly.MinValue };
        var campaign = Campaign.Open(Guid.CreateVersion7(), "模范机关创建", office, group, issuer, ApprovalBasis.Internal, null, null, "six", act).Value!;
        campaign.Issue(Enumerable.Range(1, 4).Select(n => new Stage { Id = Guid.CreateVersion7(), CampaignId = campaign.Id, Name = $"第{n}阶段", Position = n }), act);
        foreach (var record in (IRecord[])[office, group, issuer, .. units, grant, campaign])
        {
            db.Add(record);
            db.Log(act, "bench", record);
        }
        await db.SaveChangesAsync(ct);

        var year = Enumerable.Range(1, tasks).Select(n => DeskYear.Task(n, campaign, units)).ToList();
        var shares = year.SelectMany(t => t.Assignments).ToList();
        await db.InsertRecords(act, "bench", year, ct);
        await db.InsertRecords(act, "bench", shares, ct);
        await db.InsertRecords(act, "bench", shares.SelectMany(DeskYear.Slips).ToList(), ct);
        return shares.Count;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
