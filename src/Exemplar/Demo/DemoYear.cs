using Exemplar.Platform.Log.Sealing;

namespace Exemplar.Demo;

/// <summary>Makes the demo: an office, its campaign and its first weeks. The same seed and day give the same content, keys and passwords apart.</summary>
public static class DemoYear
{
    /// <summary>How long before today the campaign began.</summary>
    private const int DaysAgo = 45;

    /// <summary>Does nothing when the data folder holds an office already; refuses when it holds a demo that was interrupted.</summary>
    public static async Task<Refusal?> Make(string dataFolder, string? postgres, DateOnly today, int seed, Action<string> say, CancellationToken ct)
    {
        var clock = new DemoClock(today);
        await using var app = Application.Build(dataFolder, postgres, change: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        if (await app.Prepare(ct) is { } tooNew) return tooNew;

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var accountsFile = Path.Combine(dataFolder, "demo-accounts.json");
        if (await db.Units.FirstOrDefaultAsync(u => u.ParentId == null, ct) is { } there)
            return there.Name == DemoOffice.Name && !File.Exists(accountsFile) ? new Refusal($"{dataFolder} 里的演示没有生成完，请删掉这个目录再来") : null;

        var calendar = app.Services.GetRequiredService<WorkingCalendar>();
        var start = calendar.Roll(today.AddDays(-DaysAgo));
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-11);
        clock.Turn(first, 8, 30);
        say($"设立{DemoOffice.Name}……");
        var house = await DemoOffice.Found(db, seed, first, clock.GetUtcNow(), ct);
        var accounts = await ActivatorUtilities.CreateInstance<DemoAccounts>(scope.ServiceProvider).Open(house, ct);

        say("一年的组织生活……");
        var actors = new DemoActors(app.Services, clock, accounts);
        await new DemoTerms(actors).Enter(today, ct);
        var sessions = new DemoSessions(first, today, calendar, new(seed + 2));
        var meetings = new DemoMeetings(actors, clock, new(seed + 3), sessions.All);
        await meetings.Play(first, start.AddDays(-1), ct);

        clock.Turn(start, 8, 30);
        say("读取讲话和实施方案，审核并下达……");
        var campaign = await new DemoCampaign(actors, start).Play(ct);
        say("各单位签收、反馈、报结、验收，支部照常开会……");
        await meetings.Play(start, ct);
        await new DemoWeeks(actors, clock, new DemoPeople(seed + 1), calendar, day => meetings.Play(day, ct)).Play(campaign, start, today, ct);
        clock.Turn(today, 8, 30);
        foreach (var session in sessions.Ahead) await meetings.Plan(session, ct);
        await new DemoStatuses(actors).Enter(today, ct);
        if ((await scope.ServiceProvider.GetRequiredService<SealLog>().Handle(ct)).Refusal is { } refusal) return refusal;
        DemoAccounts.Write(accountsFile, accounts);   // last: its presence says that the demo is whole
        return null;
    }
}
