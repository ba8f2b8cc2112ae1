using Exemplar.Meetings;
using Exemplar.Meetings.Recording;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Meetings.Recording;

/// <summary>What recording a meeting asks of the database. Within its turn at the one gate that writers pass, a statement more is paid by everybody behind.</summary>
public sealed class RecordStatementsTests : MeetingHouse
{
    /// <summary>One looks whether what was read before the turn still holds, one whether the day is taken; one reads the standings, four keep the meeting, three the words.</summary>
    private const int Recording = 10;

    private readonly Statements statements = new();
    private Guid account;

    public RecordStatementsTests() => App = statements.App();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        account = await House.Account("记录", (Role.BranchRecorder, House.FirstBranch));
    }

    [SqliteFact]
    public async Task A_meeting_of_many_is_recorded_with_as_many_statements_as_one_of_few_and_no_more_than_today()
    {
        var few = await Record(new(2026, 3, 5));
        Assert.True(few.Count <= Recording, $"{few.Count} statements:\n{string.Join("\n\n", few)}");
        for (var n = 0; n < 30; n++) await Belongs($"党员{n}", MemberStatus.Full, House.FirstBranch);
        Assert.Equal(few.Count, (await Record(new(2026, 3, 6))).Count);
    }

    /// <summary>Recorded as the page does it: everybody there, something said on each matter.</summary>
    private async Task<IReadOnlyList<string>> Record(DateOnly on)
    {
        var id = await Planned(MeetingKind.PartyDay, on, null, "学习文件", "讨论");
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become((await App.Services.GetRequiredService<GrantBook>().Find(account, default))!);
        var record = scope.ServiceProvider.GetRequiredService<RecordMeeting>();
        var form = await scope.ServiceProvider.GetRequiredService<RecordForms>().Fill(await record.Open(id, null, default), default);
        foreach (var line in form.Agenda) line.Discussion = "大家发言";
        statements.Forget();
        Assert.Null((await record.Handle(id, form, default)).Refusal);
        return statements.HeardInTurn;
    }
}
