using Exemplar.People.Accounts.Invitations;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.People.Accounts;

/// <summary>The system administrator opens an account for somebody of the roster, or for a duty that belongs to nobody. It has no role and no password yet: an invitation leads its owner to both.</summary>
public sealed class OpenAccount(AppDb db, Actor actor, UserManager<Account> accounts)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, opened once

        [Display(Name = "人员")]
        public Guid? Person { get; set; }

        [Display(Name = "不属于个人时，显示的名称"), StringLength(60)]
        public string? DisplayName { get; set; }

        [Display(Name = "用户名"), Required, StringLength(60)]
        public string UserName { get; set; } = "";
    }

    /// <summary>People to choose from: those without an account first come to mind, so only they are offered until a name is asked for.</summary>
    public async Task<IReadOnlyList<PersonChoice>> Open(string? name, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.OpenAccounts);
        var people = db.VisiblePeople(actor, PeopleCapability.OpenAccounts);
        people = name?.Trim() is { Length: > 0 } wanted ? people.Where(p => p.Name.Contains(wanted)) : people.Where(p => !db.Users.Any(a => a.PersonId == p.Id));
        return await db.ChoosePeople(people, ct);
    }

    public Task<Result<Invited>> Handle(Form form, CancellationToken ct) => db.Commit<Invited>(async (db, ct) =>
    {
        actor.Demand(PeopleCapability.OpenAccounts);
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == form.Id, ct) is { } kept)
            return Resent.Answer(new Invited(kept, null), kept.UserName == form.UserName.Trim() && kept.PersonId == form.Person, kept.UserName!);
        if (form.Person is null == string.IsNullOrWhiteSpace(form.DisplayName))
            return new Refusal(nameof(Form.Person), form.Person is null ? "请选择人员，或者在下面填写显示的名称" : "选了人员，就不用填显示的名称；两项只填一项");
        if (form.Person is not null && !await db.VisiblePeople(actor, PeopleCapability.OpenAccounts).AnyAsync(p => p.Id == form.Person, ct))
            return new Refusal(nameof(Form.Person), "请从列表中选择人员");

        var account = new Account { Id = form.Id, UserName = form.UserName.Trim(), PersonId = form.Person, DisplayName = form.DisplayName?.Trim() ?? "", OpenedAt = actor.Act().At };
        var opened = await accounts.CreateAsync(account);
        if (opened.Errors.FirstOrDefault() is { } error) return new Refusal(nameof(Form.UserName), error.Description);

        var step = AccountStep.Of(account, AccountStepKind.Opened, actor.Act());
        db.Add(step);
        db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
        return new Invited(account, await db.Invite(account, actor.Act(), Guid.CreateVersion7(), batch: null, ct));
    }, ct);
}
