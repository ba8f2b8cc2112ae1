namespace Exemplar.Demo;

/// <summary>Makes the demo: an office, its campaign and its first weeks. The same seed and day give the same content, keys and passwords apart.</summary>
public static class DemoYear
{
    /// <summary>How long before today the campaign began.</summary>
    private const int DaysAgo = 45;

    /// <summary>Does nothing when the data folder holds an office already.</summary>
    public static async Task Make(string dataFolder, string? postgres, DateOnly today, int seed, Action<string> say, CancellationToken ct)
    {
        var clock = new DemoClock(today);
        await using var app = Application.Build(dataFolder, postgres, change: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await app.Prepare(ct);

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Units.AnyAsync(ct)) return;

        var calendar = app.Services.GetRequiredService<WorkingCalendar>();
        var start = calendar.Roll(today.AddDays(-DaysAgo));
        clock.Turn(start, 8, 30);
        say($"设立{DemoOffice.Name}……");
        var house = await DemoOffice.Found(db, seed, start, clock.GetUtcNow(), ct);
        var accounts = await ActivatorUtilities.CreateInstance<DemoAccounts>(scope.ServiceProvider).Open(house, ct);
        DemoAccounts.Write(Path.Combine(dataFolder, "demo-accounts.json"), accounts);

        say("读取讲话和实施方案，审核并下达……");
        var actors = new DemoActors(app.Services, clock, accounts);
        var campaign = await new DemoCampaign(actors, start).Play(ct);
        say("各单位签收、反馈、报结、验收……");
        await new DemoWeeks(actors, clock, new DemoPeople(seed + 1), calendar).Play(campaign, start, today, ct);
    }
}
