using System.Text.Json;
using Exemplar.Campaigns;
using Exemplar.Campaigns.Reading;
using Exemplar.Demo;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.People.Statuses;
using Exemplar.Platform.Data;
using Exemplar.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Demo;

/// <summary>The demo is made through the real handlers: that it comes about at all shows that they work together.</summary>
public sealed class DemoYearTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly string folder = Directory.CreateTempSubdirectory("exemplar-demo-").FullName;

    [Fact]
    public async Task The_demo_holds_an_office_in_the_middle_of_its_campaign()
    {
        Assert.Null(await Make("a", seed: 1));
        await Look("a", async db =>
        {
            Assert.Equal(110, await db.People.CountAsync());
            Assert.Equal(4, await db.ProposedItems.CountAsync(i => i.Kind == PlanItemKind.Problem && i.Decision == ItemDecision.Issued));
            Assert.True(await db.ProposedItems.AnyAsync(i => i.Decision == ItemDecision.Pending), "something waits for whoever tries the demo");
            Assert.Equal(Enum.GetValues<StepKind>().Except([StepKind.HandedOver, StepKind.Rescheduled]), (   // no unit is merged in its year, no plan changed
                await db.AssignmentSteps.Select(s => s.Kind).Distinct().ToListAsync()).Order());
            Assert.True(await db.AssignmentSteps.AllAsync(s => s.At < new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8))), "nothing happens in the future");
            Assert.True(await db.MeetingSteps.AllAsync(s => s.At < new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8))), "nothing happens in the future");
            Assert.Contains(await db.StatusChanges.ToListAsync(), c => c.Kind is StatusChangeKind.Retired);
            var signed = await db.Meetings.Include(m => m.Guided).Where(m => m.State == MeetingState.Locked).ToListAsync();
            Assert.Contains(signed, m => m.Kind == MeetingKind.Appraisal);
            Assert.All(signed, m => Assert.Equal(MeetingKinds.Read().Of(m).Steps.Count, m.Guided.Count));
            return 0;
        });
    }

    [Fact]
    public async Task The_accounts_file_lists_the_leading_groups_office_first_with_what_is_needed_to_sign_in()
    {
        await Make("a", seed: 1);
        using var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "a", "demo-accounts.json")));
        var first = accounts.RootElement[0];
        Assert.Equal("领导小组办公室", first.GetProperty("role").GetString());
        Assert.All(accounts.RootElement.EnumerateArray(), a => Assert.All(["name", "userName", "password", "role", "unit"], key => Assert.NotEmpty(a.GetProperty(key).GetString()!)));
    }

    [Fact]
    public async Task The_same_seed_and_day_give_the_same_content_and_another_seed_other_people()
    {
        await Make("a", seed: 1);
        await Make("b", seed: 1);
        await Make("c", seed: 2);
        var a = await Look("a", Story);
        Assert.Equal(a, await Look("b", Story));
        Assert.NotEqual(a[0], (await Look("c", Story))[0]);
    }

    [Fact]
    public async Task A_second_demo_on_the_same_folder_changes_nothing_and_an_interrupted_one_is_refused()
    {
        await Make("a", seed: 1);
        var before = await Look("a", db => db.LogEntries.CountAsync());
        Assert.Null(await Make("a", seed: 1));
        Assert.Equal(before, await Look("a", db => db.LogEntries.CountAsync()));

        File.Delete(Path.Combine(folder, "a", "demo-accounts.json"));
        Assert.Contains("没有生成完", (await Make("a", seed: 1))!.Message, StringComparison.Ordinal);
    }

    private Task<Refusal?> Make(string name, int seed) => DemoYear.Make(Path.Combine(folder, name), null, Today, seed, _ => { }, default);

    private static async Task<List<string>> Story(AppDb db) =>
    [
        string.Join(' ', await db.People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync()),
        .. await db.AssignmentSteps.Join(db.Assignments, s => s.AssignmentId, a => a.Id, (s, a) => new { s, a }).Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new { x.s, x.a, t })
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new { x.s.At, x.s.Kind, x.s.Text, x.t.Title, u.Name }).OrderBy(x => x.At).ThenBy(x => x.Name).ThenBy(x => x.Title)
            .Select(x => $"{x.At.ToUnixTimeMilliseconds()} {x.Kind} {x.Name} {x.Title} {x.Text}").ToListAsync(),
    ];

    private async Task<T> Look<T>(string name, Func<AppDb, Task<T>> look)
    {
        await using var app = Application.Build(Path.Combine(folder, name));
        await using var scope = app.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
