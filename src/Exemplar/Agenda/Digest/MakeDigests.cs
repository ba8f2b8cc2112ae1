using Exemplar.Platform.Outbox;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Digest;

/// <summary>
/// Decides who gets a digest at the next moment at which one may be sent, and the group its weekly line. A message says how
/// many things wait and nothing of what they are. Run twice for the same day, or late, it makes nothing more.
/// </summary>
public sealed class MakeDigests(AppDb db, GrantBook book, PermissionTable permissions, QueueMessage queue, SendingHours hours, TimeProvider clock)
{
    /// <returns>How many messages were queued.</returns>
    public async Task<int> Handle(CancellationToken ct)
    {
        var settings = await db.OutboxSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        if (settings is not { IsOn: true }) return 0;

        var made = 0;
        if (settings.HasMail)
        {
            var chosen = await db.DigestChoices.Where(c => c.EndedAt == null).OrderBy(c => c.ChosenAt).ThenBy(c => c.Id).Select(c => c.AccountId).ToListAsync(ct);
            foreach (var account in chosen) made += await ToAccount(account, settings.BaseAddress, ct);
        }
        if (settings.RobotChannel is { } robot) made += await ToGroup(robot, ct);
        return made;
    }

    private async Task<int> ToAccount(Guid accountId, string baseAddress, CancellationToken ct)
    {
        if (await book.Find(accountId, ct) is not { } acting) return 0;
        var actor = new Actor(permissions, clock);
        actor.Become(acting);
        var waiting = await db.SharesToReport(actor).CountAsync(ct) + await db.SharesToJudge(actor).CountAsync(ct) + await db.SharesAskingTime(actor).CountAsync(ct);
        if (waiting == 0) return 0;

        var text = $"表率：有 {waiting} 件事等您办理，请登录查看。{(baseAddress.Length > 0 ? $"\n{baseAddress}" : "")}\n\n不想再收到，请登录后点右上角的“提醒”退出。";
        return await Queue(ct => queue.ToAccount(accountId, $"表率：有 {waiting} 件事等您办理", text, ct), ct);
    }

    private async Task<int> ToGroup(ChannelKind robot, CancellationToken ct)
    {
        var monday = Allowance.Monday(SendingHours.DayOf(hours.Next(clock.GetUtcNow())));
        var sunday = monday.AddDays(6);
        var due = await db.Assignments.CountAsync(a => a.FinishedAt == null && a.DueOn >= monday && a.DueOn <= sunday && a.State != AssignmentState.Done, ct);
        return due == 0 ? 0 : await Queue(ct => queue.ToGroup(robot, $"表率：本周有 {due} 项任务到期。", ct), ct);
    }

    private async Task<int> Queue(Func<CancellationToken, Task<OutboxMessage?>> message, CancellationToken ct) =>
        (await db.Commit<int>(async (_, ct) => await message(ct) is null ? 0 : 1, ct)).Value;
}
