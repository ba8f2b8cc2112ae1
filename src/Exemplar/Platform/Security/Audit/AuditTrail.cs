using System.Text.Json;
using System.Text.Json.Serialization;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security.Policy;

namespace Exemplar.Platform.Security.Audit;

public enum AuditKind
{
    [Display(Name = "登录")] SignedIn,
    [Display(Name = "登录失败")] SignInFailed,
    [Display(Name = "动态口令不对")] CodeFailed,
    [Display(Name = "通行密钥不对")] PasskeyFailed,
    [Display(Name = "邀请码无效")] InvitationRefused,
    [Display(Name = "连续失败锁定")] LockedOut,
    [Display(Name = "退出")] SignedOut,
    [Display(Name = "没有权限")] Forbidden,
    [Display(Name = "不可见或不存在")] NotShown,
    [Display(Name = "账号变动")] AccountChanged,
    [Display(Name = "角色授予、收回")] GrantChanged,
    [Display(Name = "设置变动")] SettingsChanged,
}

/// <summary>
/// What the audit administrator reads, newest first: the events at the doors, the steps of accounts, and grants and settings as the
/// record log has them. Each is kept once, where it belongs, and they are put together here.
/// </summary>
public sealed class AuditTrail(AppDb db, Actor actor, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The record log names the values of lists.</summary>
    private static readonly JsonSerializerOptions Named = new() { Converters = { new JsonStringEnumConverter() } };

    /// <param name="Day">By the office's clock.</param>
    /// <param name="After">Where the page begins, as the last one ended.</param>
    public sealed record Query(AuditKind? Kind = null, DateOnly? Day = null, string? After = null);

    /// <param name="By">Who did it; empty where nobody is known.</param>
    /// <param name="About">Whom or what: an account, a permission with the address that it was asked at.</param>
    public sealed record Row(Guid Id, DateTimeOffset At, string What, string By, string About, int Times);

    public sealed record View(IReadOnlyList<Row> Rows, string? Next, SmallOffice? SmallOffice);

    private sealed record Found(Guid Id, DateTimeOffset At, string What, Guid? By, Guid? Account, string About, int Times);

    public async Task<View> Show(Query query, CancellationToken ct)
    {
        actor.DemandEverywhere(SecurityCapability.ReadAudit);
        var (from, until) = Span(query.Day);
        var after = Cursor(query.After);
        var found = new List<Found>();
        if (query.Kind is null or < AuditKind.AccountChanged) found.AddRange(await Events(query.Kind, from, until, after, ct));
        if (query.Kind is null or AuditKind.AccountChanged) found.AddRange(await Steps(from, until, after, ct));
        if (query.Kind is null or AuditKind.GrantChanged) found.AddRange([.. await Grants(from, until, after, ct), .. await Proposals(from, until, after, ct)]);
        if (query.Kind is null or AuditKind.SettingsChanged) found.AddRange(await Settings(from, until, after, ct));
        found = [.. found.OrderByDescending(f => f.At).ThenByDescending(f => f.Id)];

        var page = found.Take(PageSize).ToList();
        var ids = page.SelectMany(f => new[] { f.By, f.Account }).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.UserName!, ct);
        string Name(Guid? id) => id is { } one ? names.GetValueOrDefault(one, "") : "";
        return new([.. page.Select(f => new Row(f.Id, f.At, f.What, Name(f.By), $"{Name(f.Account)} {f.About}".Trim(), f.Times))],
            found.Count > PageSize ? $"{page[^1].At.ToUnixTimeMilliseconds()}_{page[^1].Id:N}" : null,
            await db.FindSmallOffice(clock.Today(), ct));
    }

    private async Task<IEnumerable<Found>> Events(AuditKind? kind, DateTimeOffset from, DateTimeOffset until, (DateTimeOffset At, Guid Id)? after, CancellationToken ct)
    {
        var events = db.SecurityEvents.AsNoTracking().Where(e => e.At >= from && e.At < until);
        if (kind is { } one && Enum.Parse<SecurityEventKind>($"{one}") is var wanted) events = events.Where(e => e.Kind == wanted);
        if (after is var (at, id)) events = events.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(id) < 0));
        return (await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct))
            .Select(e => new Found(e.Id, e.At, e.Kind.Name(), e.AccountId, null, $"{e.Permission} {e.Path}".Trim(), e.Times));
    }

    private async Task<IEnumerable<Found>> Steps(DateTimeOffset from, DateTimeOffset until, (DateTimeOffset At, Guid Id)? after, CancellationToken ct)
    {
        var steps = db.AccountSteps.AsNoTracking().Where(s => s.At >= from && s.At < until);
        if (after is var (at, id)) steps = steps.Where(s => s.At < at || (s.At == at && s.Id.CompareTo(id) < 0));
        return (await steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(PageSize + 1).ToListAsync(ct))
            .Select(s => new Found(s.Id, s.At, $"账号{s.Kind.Name()}", s.ById, null, s.UserName, 1));
    }

    /// <summary>The first entry of a grant gave it, the next one ended it.</summary>
    private async Task<IEnumerable<Found>> Grants(DateTimeOffset from, DateTimeOffset until, (DateTimeOffset At, Guid Id)? after, CancellationToken ct)
    {
        var entries = db.LogEntries.AsNoTracking().Where(e => e.RecordType == nameof(Grant) && e.At >= from && e.At < until);
        if (after is var (at, id)) entries = entries.Where(e => e.At < at || (e.At == at && e.RecordId.CompareTo(id) < 0));
        return (await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.RecordId).Take(PageSize + 1)
                .Join(db.Grants, e => e.RecordId, g => g.Id, (e, g) => new { e.At, e.AccountId, g.Id, Account = g.AccountId, g.Role, IsFirst = !db.LogEntries.Any(o => o.RecordId == e.RecordId && o.Id < e.Id), IsApproved = db.GrantProposals.Any(p => p.GrantId == g.Id), IsEndApproved = db.GrantProposals.Any(p => p.EndsGrantId == g.Id && p.Decision == ProposalDecision.Approved) }).ToListAsync(ct))
            .Select(x => new Found(x.Id, x.At, (x.IsFirst ? "授予角色" : "收回角色") + (x.Role.IsAdministrator() && !(x.IsFirst ? x.IsApproved : x.IsEndApproved) ? "（没有第二人批准）" : ""), x.AccountId, x.Account, x.Role.Name(), 1));
    }

    /// <summary>The first entry of a proposal made it, the next one decided it.</summary>
    private async Task<IEnumerable<Found>> Proposals(DateTimeOffset from, DateTimeOffset until, (DateTimeOffset At, Guid Id)? after, CancellationToken ct)
    {
        var entries = db.LogEntries.AsNoTracking().Where(e => e.RecordType == nameof(GrantProposal) && e.At >= from && e.At < until);
        if (after is var (at, id)) entries = entries.Where(e => e.At < at || (e.At == at && e.RecordId.CompareTo(id) < 0));
        return (await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.RecordId).Take(PageSize + 1)
                .Join(db.GrantProposals, e => e.RecordId, p => p.Id, (e, p) => new { e.At, e.AccountId, Proposal = p, IsFirst = !db.LogEntries.Any(o => o.RecordId == e.RecordId && o.Id < e.Id) }).ToListAsync(ct))
            .Select(x => new Found(x.Proposal.Id, x.At, x.IsFirst ? $"提出{x.Proposal.What}管理员角色" : $"{x.Proposal.What}管理员角色：{x.Proposal.Decision?.Name()}", x.AccountId, x.Proposal.AccountId, x.Proposal.Role.Name(), 1));
    }

    /// <summary>What the settings of security are since then; of those of messages only that they changed, since they hold secrets.</summary>
    private async Task<IEnumerable<Found>> Settings(DateTimeOffset from, DateTimeOffset until, (DateTimeOffset At, Guid Id)? after, CancellationToken ct)
    {
        var entries = db.LogEntries.AsNoTracking().Where(e => (e.RecordType == nameof(SecuritySettings) || e.RecordType == nameof(OutboxSettings)) && e.At >= from && e.At < until);
        if (after is var (at, id)) entries = entries.Where(e => e.At < at || (e.At == at && e.RecordId.CompareTo(id) < 0));
        return (await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.RecordId).Take(PageSize + 1).ToListAsync(ct))
            .Select(e => e.RecordType == nameof(SecuritySettings)
                ? new Found(e.RecordId, e.At, "改登录和口令设置", e.AccountId, null, JsonSerializer.Deserialize<SecuritySettings>(e.Body, Named)!.InWords, 1)
                : new Found(e.RecordId, e.At, "改消息设置", e.AccountId, null, "", 1));
    }

    private static (DateTimeOffset From, DateTimeOffset Until) Span(DateOnly? day) => day is not { } on
        ? (DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue)
        : (on.BeginsAt(), on.BeginsAt().AddDays(1));

    /// <summary>Null for none, and for one that somebody mistyped: the list then begins at its beginning.</summary>
    private static (DateTimeOffset At, Guid Id)? Cursor(string? text) =>
        text?.Split('_') is [var at, var id] && long.TryParse(at, out var instant) && instant is >= 0 and < 4102444800000 && Guid.TryParse(id, out var guid) ? (DateTimeOffset.FromUnixTimeMilliseconds(instant), guid) : null;
}
