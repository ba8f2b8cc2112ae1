namespace Exemplar.People.Accounts;

/// <summary>An account that was opened before the roster comes to belong to somebody of it. It cannot be undone: what it does from then on is that person's.</summary>
public sealed class TieAccount(AppDb db, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "人员"), Required]
        public Guid? Person { get; set; }
    }

    public sealed record View(Account Account, IReadOnlyList<PersonChoice> People);

    /// <summary>Offered are people without an account.</summary>
    public async Task<View> Open(Guid id, string? name, CancellationToken ct)
    {
        var account = await db.DemandAccount(id, actor, PeopleCapability.OpenAccounts, ct);
        var people = Free();
        if (name?.Trim() is { Length: > 0 } wanted) people = people.Where(p => p.Name.Contains(wanted));
        return new(account, await db.ChoosePeople(people, ct));
    }

    public Task<Result<Account>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Account>(async (db, ct) =>
    {
        var account = await db.DemandAccount(id, actor, PeopleCapability.OpenAccounts, ct);
        if (account.Id == actor.Account.Id) return new Refusal("自己的账号须由其他管理员办理");
        if (account.PersonId == form.Person) return account;
        if (account.PersonId is not null) return new Refusal("这个账号已经属于个人，不能再改");
        if (!await Free().AnyAsync(p => p.Id == form.Person, ct)) return new Refusal(nameof(Form.Person), "请从列表中选择还没有账号的人员");

        account.PersonId = form.Person;
        var step = AccountStep.Of(account, AccountStepKind.Tied, actor.Act());
        db.Add(step);
        db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
        return account;
    }, ct);

    private IQueryable<Person> Free() => db.VisiblePeople(actor, PeopleCapability.OpenAccounts).Where(p => !db.Users.Any(a => a.PersonId == p.Id));
}
