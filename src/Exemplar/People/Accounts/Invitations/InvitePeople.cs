using Microsoft.AspNetCore.Identity;

namespace Exemplar.People.Accounts.Invitations;

/// <summary>
/// The system administrator invites several people at once and gets a slip for each, to cut and hand over: opens accounts for
/// those who have none, and invites again those who have not come yet.
/// </summary>
public sealed class InvitePeople(AppDb db, Actor actor, UserManager<Account> accounts)
{
    public const int Most = 60;

    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // the batch: sent twice, invited once

        [Display(Name = "还没有账号的人")]
        public List<Guid> People { get; set; } = [];

        [Display(Name = "有账号、还没有设密码的")]
        public List<Guid> Accounts { get; set; } = [];
    }

    /// <param name="Unit">Where they are; empty for an account that belongs to nobody.</param>
    public sealed record Choice(Guid Id, string Name, string Unit);

    public sealed record View(IReadOnlyList<Choice> People, IReadOnlyList<Choice> Accounts);

    /// <summary>What is printed, and nothing else about the person.</summary>
    public sealed record Slip(string Name, string Unit, string UserName, string Code, DateOnly GoodUntil);

    public async Task<View> Open(string? name, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.OpenAccounts);
        var people = db.VisiblePeople(actor, PeopleCapability.OpenAccounts).Where(p => !db.Users.Any(a => a.PersonId == p.Id));
        if (name?.Trim() is { Length: > 0 } wanted) people = people.Where(p => p.Name.Contains(wanted));
        var waiting = await db.VisibleAccounts(actor, PeopleCapability.OpenAccounts).Where(a => a.PasswordHash == null && a.DisabledAt == null && a.Id != actor.Account.Id).OrderBy(a => a.UserName).Take(Most)
            .Select(a => new { a.Id, a.UserName, a.PersonId, Person = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).SingleOrDefault() ?? a.DisplayName }).ToListAsync(ct);
        var persons = waiting.Select(a => a.PersonId).OfType<Guid>().ToList();
        var places = (await db.ChoosePeople(db.People.Where(p => persons.Contains(p.Id)), ct)).ToDictionary(p => p.Id, p => p.Units);
        return new([.. (await db.ChoosePeople(people, ct)).Select(p => new Choice(p.Id, p.Name, p.Units))],
            [.. waiting.Select(a => new Choice(a.Id, a.Person, a.PersonId is { } id ? places.GetValueOrDefault(id, "") : ""))]);
    }

    public Task<Result<List<Slip>>> Handle(Form form, string? name, CancellationToken ct) => db.Commit<List<Slip>>(async (db, ct) =>
    {
        var offered = await Open(name, ct);
        if (await db.Invitations.AnyAsync(i => i.BatchId == form.Id, ct)) return new Refusal("这一批邀请条已经出过，只显示一次；没有打印好的，请重新打开本页再出，旧的随即作废");
        var count = form.People.Distinct().Count() + form.Accounts.Distinct().Count();
        if (count == 0) return new Refusal("请至少勾选一人");
        if (count > Most) return new Refusal($"一次最多 {Most} 人");
        if (form.People.Except(offered.People.Select(p => p.Id)).Any()) return new Refusal(nameof(Form.People), "请从列表中选择");
        if (form.Accounts.Except(offered.Accounts.Select(a => a.Id)).Any()) return new Refusal(nameof(Form.Accounts), "请从列表中选择");

        List<Slip> slips = [];
        foreach (var person in offered.People.Where(p => form.People.Contains(p.Id)))
        {
            var account = new Account { UserName = await FreeName(person.Name), PersonId = person.Id, OpenedAt = actor.Act().At };
            if ((await accounts.CreateAsync(account)).Errors.FirstOrDefault() is { } error) return new Refusal(nameof(Form.People), $"{person.Name}：{error.Description}");
            var opened = AccountStep.Of(account, AccountStepKind.Opened, actor.Act());
            db.Add(opened);
            db.Log(actor.Act(), PeopleCapability.OpenAccounts, opened);
            slips.Add(await Slipped(account, person));
        }
        foreach (var waiting in offered.Accounts.Where(a => form.Accounts.Contains(a.Id)))
            slips.Add(await Slipped(await db.DemandAccount(waiting.Id, actor, PeopleCapability.OpenAccounts, ct), waiting));
        return slips;

        async Task<Slip> Slipped(Account account, Choice who)
        {
            var code = await db.Invite(account, actor.Act(), Guid.CreateVersion7(), form.Id, ct);
            return new(who.Name, who.Unit, account.UserName!, code, actor.Act().Day.AddDays(Invitation.DaysGood));
        }
    }, ct);

    /// <summary>The person's name, with a number behind it where a namesake has it.</summary>
    private async Task<string> FreeName(string name)
    {
        for (var n = 1; ; n++)
            if (await accounts.FindByNameAsync(n == 1 ? name : $"{name}{n}") is null) return n == 1 ? name : $"{name}{n}";
    }
}
