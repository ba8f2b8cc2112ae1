using System.Diagnostics;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Agenda.Handbook;

/// <summary>Which year something stands in, changes of the roster, talks, and how many queries it takes.</summary>
public sealed class HandbookYearTests : GivenHandbook
{
    [Fact]
    public async Task What_counts_for_the_year_before_stands_in_its_handbook_and_is_named_in_this_one()
    {
        await Held(MeetingKind.OrgLife, new(2026, 2, 6), null, ("Form.CountsFor", "2025"));
        var text = await Printed();
        Says(text, "2026年召开、计入2025年度的 1 次（组织生活会），写在2025年度的手册里。", "2026年没有会议和活动记录。");
        Says(await Printed(2025), "（一）组织生活会（2026年2月6日）", "2026年2月6日 14:00—16:00，计入2025年度");
    }

    [Fact]
    public async Task The_roster_tells_who_came_went_joined_and_was_confirmed()
    {
        await Belongs("钱一", MemberStatus.Full, House.FirstBranch, from: new(2026, 2, 1));
        await Belongs("孙二", MemberStatus.Full, House.FirstBranch, to: new(2026, 1, 31));
        var confirmed = new Person { Name = "周三", Status = MemberStatus.Full, JoinedOn = new DateOnly(2025, 1, 20), ConfirmedOn = new DateOnly(2026, 1, 20) };
        var joined = new Person { Name = "吴四", Status = MemberStatus.Probationary, JoinedOn = PartialDate.MonthOf(new(2026, 2, 1)) };
        foreach (var person in new[] { confirmed, joined })
        {
            person.Memberships.Add(new() { PersonId = person.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
            await App.Given(person);
        }

        var text = await Printed();
        Assert.Contains("2026-01-20\n周三\n转为正式党员\n\n2026-02-01\n钱一\n编入支部\n\n2026-02-01\n孙二\n转出\n\n2026-02\n吴四\n接收为预备党员\n", text, StringComparison.Ordinal);
        Assert.Contains("党员\n7 人", text, StringComparison.Ordinal);   // four, and 钱一, 周三, 吴四
    }

    [Fact]
    public async Task Who_left_the_Party_or_retired_is_named_among_the_changes_with_the_day()
    {
        await Belongs("钱一", MemberStatus.Full, House.FirstBranch, from: new(2025, 1, 1));
        await Belongs("孙二", MemberStatus.Full, House.FirstBranch, from: new(2025, 1, 1));
        var people = await App.Read(db => db.People.Where(p => p.Name == "钱一" || p.Name == "孙二").ToDictionaryAsync(p => p.Name, p => p.Id));
        await (await Committee.Submit($"/people/{people["钱一"]}/status", ("Form.Kind", "LeftParty"), ("Form.On", "2026-02-10"))).Leads(Committee, "已登记");
        await (await Committee.Submit($"/people/{people["孙二"]}/status", ("Form.Kind", "Retired"), ("Form.On", "2026-03-01"))).Leads(Committee, "已登记");

        var text = await Printed();
        Assert.Contains("2026-02-10\n钱一\n不再是党员\n\n2026-03-01\n孙二\n离退休\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("钱一\n转出", text, StringComparison.Ordinal);
        Assert.Contains("党员\n5 人", text, StringComparison.Ordinal);
        Assert.Contains("党员\n2 人", await Printed(2025), StringComparison.Ordinal);   // both were on the roll at the end of that year
    }

    [Fact]
    public async Task Talks_are_confirmed_once_with_their_exceptions()
    {
        var talks = await Planned(MeetingKind.Talks);
        await (await Recorder.Submit($"/meetings/{talks}/record", ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "长期外派"))).Leads(Recorder, "已记录");
        var text = await Printed();
        Says(text, "2026年3月6日确认：没有谈到 1 人，张三（长期外派）。不登记每次谈话。", "2026年没有会议和活动记录。");
        NeverSays(text, "学习讨论");   // no text of talks is kept
    }

    [Fact]
    public async Task Many_meetings_take_no_more_queries_than_one()
    {
        await Decided();
        var few = await QueriesOf();
        for (var day = 9; day <= 27; day += 3) await Decided(on: new(2026, 2, day));
        Assert.Equal(few, await QueriesOf());
        Assert.InRange(few, 10, 30);
    }

    private async Task<int> QueriesOf()
    {
        var account = await House.Account("数", (Role.CommitteeOffice, House.Office));
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Actor>().Become((await services.GetRequiredService<GrantBook>().Find(account, default))!);
        using var count = new QueryCount(services.GetRequiredService<Exemplar.Platform.Data.AppDb>());
        await services.GetRequiredService<Exemplar.Agenda.Handbook.BranchHandbook>().Show(House.FirstBranch.Id, 2026, default);
        return count.Queries;
    }

    /// <summary>Counts what one context sends to the database.</summary>
    private sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly Exemplar.Platform.Data.AppDb db;
        private readonly List<IDisposable> subscriptions = [];

        public QueryCount(Exemplar.Platform.Data.AppDb db)
        {
            this.db = db;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Queries { get; private set; }

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(listener.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> happened)
        {
            if (happened.Value is CommandExecutedEventData command && command.Context == db) Queries++;
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());
    }
}
