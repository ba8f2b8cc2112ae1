using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.Accounts;

/// <summary>The security administrator takes a role back.</summary>
public sealed class EndGrant(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        [Display(Name = "最后一天"), Required]
        public DateOnly? On { get; set; }
    }

    public sealed record View(Grant Grant, Account Account, Unit Unit);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var grant = await db.Grants.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(grant.UnitId, ct);
        actor.Demand(PeopleCapability.GrantRoles, within: unit);
        return new(grant, await db.Users.FindOrThrow(grant.AccountId, ct), unit);
    }

    public Task<Result<View>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        var (on, today) = (form.On!.Value, clock.Today());
        if (GrantRules.RefuseOwn(found.Account, actor, await db.IsSameHand(found.Account, actor, ct)) is { } own) return own;
        if (found.Grant.To < today) return new Refusal($"已于 {found.Grant.To!.Value.Iso()} 到期");
        if (on < today.AddDays(-1)) return new Refusal(nameof(Form.On), "不能收回已经用过的日子；要立即收回，请填昨天");
        if (found.Grant.To is { } until && on > until) return new Refusal(nameof(Form.On), $"原定 {until.Iso()} 截止；要延长请另外授予");

        found.Grant.To = on;
        db.Log(actor.Act(), PeopleCapability.GrantRoles, found.Grant);
        return found;
    }, ct);
}
