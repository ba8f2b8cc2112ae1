using Exemplar.Tasks;

namespace Exemplar.Demo;

/// <summary>Units answer their tasks, day by day, up to today: most in time, some late, one sent back.</summary>
public sealed class DemoWeeks(DemoActors actors, DemoClock clock, DemoPeople chance, WorkingCalendar calendar)
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

        var deeds = shares.SelectMany((share, n) => Plan(share, n, start)).Where(deed => deed.On < today).OrderBy(deed => deed.On).ThenBy(deed => deed.Order).ToList();
        foreach (var day in deeds.GroupBy(d => d.On))
        {
            clock.Turn(day.Key, 9, 0);
            foreach (var deed in day) await deed.Do();
        }

        IEnumerable<(DateOnly On, int Order, Func<Task> Do)> Plan(Share share, int n, DateOnly from)
        {
            var account = AccountOf(share.Unit);
            var due = share.DueOn ?? from.AddDays(90);
            yield return (calendar.AddWorkdays(from, 1 + n % 3), n, () => actors.As<ReceiveTask, PlacedAssignment>(account, receive => receive.Handle(share.Id, ct)));

            var length = Math.Max(3, calendar.WorkdaysBetween(from, due));
            if (length > 12) yield return (calendar.AddWorkdays(from, length / 2), n, () => Report(account, share, $"{share.Title}已完成一半，按计划推进。", finish: false, ct));

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
            }
        }
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
