using System.Security.Cryptography;
using System.Text;

namespace Exemplar.People.Accounts;

/// <summary>The security administrator sees where an account is signed in, and ends one of these sessions or all.</summary>
public sealed class EndSessions(AppDb db, Actor actor, SessionStore sessions, TimeProvider clock)
{
    public sealed class Form
    {
        /// <summary>One of those listed; empty for all.</summary>
        [StringLength(64)]
        public string? Session { get; set; }
    }

    /// <param name="Name">A name for it that opens nothing: a part of the hash of its key.</param>
    public sealed record Row(string Name, DateTimeOffset StartedAt, DateTimeOffset EndsAt);

    public sealed record View(Account Account, IReadOnlyList<Row> Rows);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var account = await db.DemandAccount(id, actor, PeopleCapability.SecureAccounts, ct);
        return new(account, [.. (await Living(id, ct)).Select(s => new Row(NameOf(s.Key), s.StartedAt, s.EndsAt))]);
    }

    public async Task<Result<int>> Handle(Guid id, Form form, CancellationToken ct)
    {
        await Open(id, ct);
        var ended = (await Living(id, ct)).Where(s => string.IsNullOrEmpty(form.Session) || NameOf(s.Key) == form.Session).ToList();
        if (ended.Count == 0) return new Refusal(string.IsNullOrEmpty(form.Session) ? "现在没有登录" : "这次登录已经结束");

        await db.Commit<int>(async (db, ct) =>
        {
            var step = AccountStep.Of(await db.Users.FindOrThrow(id, ct), AccountStepKind.SessionsEnded, actor.Act());
            db.Add(step);
            db.Log(actor.Act(), PeopleCapability.SecureAccounts, step);
            return 0;
        }, ct);
        foreach (var session in ended) await sessions.RemoveAsync(session.Key);
        return ended.Count;
    }

    private Task<List<SignInSession>> Living(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.SignInSessions.AsNoTracking().Where(s => s.AccountId == id && s.EndsAt > now).OrderByDescending(s => s.StartedAt).ThenBy(s => s.Key).ToListAsync(ct);
    }

    private static string NameOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
}
