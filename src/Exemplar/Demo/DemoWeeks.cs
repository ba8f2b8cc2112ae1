using Exemplar.Tasks;
using Exemplar.Tasks.Extensions;
using Exemplar.Tasks.Series;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Demo;

/// <summary>Units answer their tasks, day by day, up to today: most in time, some late or with more time, some sent back; each morning the rounds are made.</summary>
public sealed class DemoWeeks(DemoActors actors, DemoClock clock, DemoPeople chance, WorkingCalendar calendar, Func<DateOnly, Task> also)
{
    private sealed record Share(Guid Id, string Unit, string Title, DateOnly? DueOn);

    /// <summary>Which account answers for a unit.</summary>
    private static string AccountOf(string unit) => unit == "领导小组办公室"
        ? "group"
        : Array.IndexOf(DemoOffice.Departments, unit) is >= 0 and var department ? $"dept{department + 1}" : $"branch{Array.IndexOf(DemoOffice.Branches, unit) + 1}";

    public async Task Play(Guid campaign, DateOnly start, DateOnly today, CancellationToken ct)
    {
        var shares = await actors.Read(db => db.Assignments.Join(db.Tasks.Where(t => t.SourceId == campaign), a => a.TaskId, t => t.Id, (a, t) => new { a, t })
            .Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new { x.a.Id, Unit = u.Name, u.Order, x.t.Title, x.a.DueOn })
            .OrderBy(s => s.DueOn).ThenBy(s => s.Title).ThenBy(s => s.Order).Select(s => new Share(s.Id, s.Unit, s.Title, s.DueOn)).ToListAsync(ct));

        var deeds = shares.SelectMany((share, n) => Plan(share, n, start)).Where(deed => deed.On < today).OrderBy(deed => deed.Order).ToLookup(deed => deed.On);
        for (var day = start.AddDays(1); day < today; day = day.AddDays(1))
        {
            clock.Turn(day, 8, 30);
            await actors.Round<TurnRound>(round => round.Run(ct));
            await actors.Round<SupervisionRound>(round => round.Run(ct));
            clock.Turn(day, 9, 0);
            foreach (var deed in deeds[day]) await deed.Do();
            await also(day);
        }

        IEnumerable<(DateOnly On, int Order, Func<Task> Do)> Plan(Share share, int n, DateOnly from)
        {
            var account = AccountOf(share.Unit);
            var due = share.DueOn ?? from.AddDays(90);
            yield return (calendar.AddWorkdays(from, 1 + n % 3), n, () => actors.As<ReceiveTask, PlacedAssignment>(account, receive => receive.Handle(share.Id, ct)));

            var length = Math.Max(3, calendar.WorkdaysBetween(from, due));
            if (length > 12) yield return (calendar.AddWorkdays(from, length / 2), n, () => Report(account, share, $"{share.Title}已完成一半，按计划推进。", finish: false, ct));

            if (n % 4 == 2 && length > 12 && share.DueOn is not null)
            {
                var asked = calendar.AddWorkdays(due, -5);
                yield return (asked, n, () => AskTime(account, share, calendar.AddWorkdays(due, 8), ct));
                if (n / 4 % 3 > 0) yield return (calendar.AddWorkdays(asked, 1), n, () => GiveTime(share, grant: n / 4 % 3 == 1, ct));
            }

            if (n % 9 == 5) yield break;   // some stay open and become late
            var finished = calendar.AddWorkdays(due, n % 7 == 3 ? 2 : -chance.Between(1, 3));
            yield return (finished, n, () => Report(account, share, $"{share.Title}已完成，结果已在科室留存。", finish: true, ct));

            if (n % 11 == 4)
            {
                yield return (calendar.AddWorkdays(finished, 1), n, () => Judge(share, accept: false, "请补充具体清单后再报。", ct));
                yield return (calendar.AddWorkdays(finished, 3), n, () => Report(account, share, "已补充清单。", finish: true, ct));
                yield return (calendar.AddWorkdays(finished, 4), n, () => Judge(share, accept: true, "", ct));
            }
            else if (n % 5 != 2)
            {
                yield return (calendar.AddWorkdays(finished, 1), n, () => Judge(share, accept: true, "", ct));
                if (n % 10 == 1) yield return (calendar.AddWorkdays(finished, 3), n, () => Reopen(share, ct));
            }
        }
    }

    private async Task AskTime(string account, Share share, DateOnly until, CancellationToken ct)
    {
        var version = await VersionOf(share);
        await actors.As<AskExtension, PlacedAssignment>(account, ask => ask.Handle(share.Id, new() { Version = version, DueOn = until, Reason = "外单位数据尚未提供，已完成七成。" }, ct));
    }

    private async Task GiveTime(Share share, bool grant, CancellationToken ct)
    {
        var version = await VersionOf(share);
        await actors.As<DecideExtension, PlacedAssignment>("desk", decide => decide.Handle(share.Id, new() { Version = version, Grant = grant, Text = grant ? "" : "请按原时限办理。" }, ct));
    }

    private async Task Reopen(Share share, CancellationToken ct)
    {
        var version = await VersionOf(share);
        await actors.As<ReopenTask, PlacedAssignment>("desk", reopen => reopen.Handle(share.Id, new() { Version = version, DueOn = calendar.AddWorkdays(clock.Today(), 10), Reason = "抽查发现尚未公开，请补办。" }, ct));
    }

    private async Task Report(string account, Share share, string text, bool finish, CancellationToken ct)
    {
        var version = await VersionOf(share);
        await actors.As<ReportTask, PlacedAssignment>(account, report => report.Handle(share.Id, new() { Version = version, Text = text, Finish = finish }, ct));
    }

    private async Task Judge(Share share, bool accept, string text, CancellationToken ct)
    {
        var version = await VersionOf(share);
        await actors.As<JudgeReport, PlacedAssignment>("desk", judge => judge.Handle(share.Id, new() { Version = version, Accept = accept, Text = text }, ct));
    }

    private Task<int> VersionOf(Share share) => actors.Read(db => db.Assignments.Where(a => a.Id == share.Id).Select(a => a.Version).SingleAsync());
}
