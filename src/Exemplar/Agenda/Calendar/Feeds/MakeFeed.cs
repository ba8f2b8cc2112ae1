using Exemplar.Organization;
using Exemplar.Rules;

namespace Exemplar.Agenda.Calendar.Feeds;

/// <summary>Somebody makes an address for their own calendar program, and sees which they have.</summary>
public sealed class MakeFeed(AppDb db, Actor actor)
{
    private const int Most = 10;

    public sealed class Form
    {
        [Display(Name = "订阅哪些内容")]
        public Guid? Unit { get; set; }
    }

    public sealed record Made(Guid Id, string Name, DateTimeOffset MadeAt);

    public sealed record View(IReadOnlyList<Made> Feeds, IReadOnlyList<UnitChoice> Units);

    public async Task<View> Open(CancellationToken ct)
    {
        actor.Demand(AgendaCapability.View);
        var account = actor.Account.Id;
        return new(await db.CalendarFeeds.Where(f => f.AccountId == account && f.RevokedAt == null).OrderBy(f => f.Id).Select(f => new Made(f.Id, f.Name, f.MadeAt)).ToListAsync(ct),
            await db.ChooseUnits(actor, RulesCapability.View, [UnitKind.Office, UnitKind.Committee, UnitKind.GeneralBranch, UnitKind.Branch, UnitKind.PartyLeadershipGroup], ct));
    }

    /// <returns>The secret, which is kept nowhere.</returns>
    public Task<Result<string>> Handle(Form form, CancellationToken ct) => db.Commit<string>(async (db, ct) =>
    {
        var (feeds, units) = await Open(ct);
        if (feeds.Count >= Most) return new Refusal($"最多 {Most} 个订阅，请先停用不用的");
        if (form.Unit is { } asked && units.All(u => u.Id != asked)) return new Refusal(nameof(Form.Unit), "请从列表里选择");

        var (secret, act) = (CalendarFeed.NewSecret(), actor.Act());
        var feed = new CalendarFeed
        {
            AccountId = actor.Account.Id,
            UnitId = form.Unit,
            Name = units.FirstOrDefault(u => u.Id == form.Unit)?.Name ?? "我看得到的全部",
            SecretHash = CalendarFeed.HashOf(secret),
            MadeAt = act.At,
        };
        db.Add(feed);
        db.Log(act, AgendaCapability.View, feed);
        return secret;
    }, ct);
}
