using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Standings;

namespace Exemplar.People.Merging;

/// <summary>合并重复人员: two records of one person become one. The address names the one that stays first. It cannot be undone (docs/adr/0022).</summary>
public sealed class MergePeople(AppDb db, Actor actor, TimeProvider clock, IEnumerable<PersonColumn> columns, GrantBook book)
{
    /// <summary>Columns that this slice moves itself, or that go with the record.</summary>
    public static readonly IReadOnlyList<(Type Row, string Column)> OwnColumns =
    [
        (typeof(Membership), nameof(Membership.PersonId)), (typeof(Statuses.StatusChange), nameof(Statuses.StatusChange.PersonId)), (typeof(Post), nameof(Post.PersonId)),
        (typeof(Account), nameof(Account.PersonId)), (typeof(Fact), nameof(Fact.PersonId)), (typeof(Standing), nameof(Standing.SubjectId)),
        (typeof(JudgedDifferent), nameof(JudgedDifferent.FirstId)), (typeof(JudgedDifferent), nameof(JudgedDifferent.SecondId)),
    ];

    /// <summary>What was, and stays as it was: the sealed log, the merge itself, an import that brought somebody, messages of days that are over.</summary>
    public static readonly IReadOnlyList<(Type Row, string Column)> StayingColumns =
    [
        (typeof(LogEntry), nameof(LogEntry.PersonId)), (typeof(LogEntry), nameof(LogEntry.RecordId)), (typeof(PersonMerge), nameof(PersonMerge.MergedId)),
        (typeof(RosterImport.BroughtIn), nameof(RosterImport.BroughtIn.Id)), (typeof(Platform.Outbox.OutboxMessage), nameof(Platform.Outbox.OutboxMessage.ReceiverId)),
    ];

    public sealed class Form
    {
        public string Shown { get; set; } = "";

        /// <summary>Which record's value stays, of each field that differs.</summary>
        public Dictionary<PersonField, Whose> Take { get; set; } = [];
    }

    /// <param name="WereJudged">Somebody has said that they are two people.</param>
    public sealed record View(Person Kept, Person Other, IReadOnlyList<string> Accounts, MergePreview Preview, bool WereJudged)
    {
        public string Digest => Preview.DigestOf(Kept, Other);
    }

    private sealed record Found(Person Kept, Person Other, List<UnitStay> KeptStays, List<UnitStay> OtherStays, Dictionary<Guid, Unit> Units, List<Post> KeptPosts, List<Post> OtherPosts, List<Account> Accounts);

    public async Task<View> Open(Guid id, Guid other, CancellationToken ct) => await Look(await Find(id, other, ct), ct);

    public Task<Result<Person>> Handle(Guid id, Guid other, Form form, CancellationToken ct) => db.Commit<Person>(async (db, ct) =>
    {
        var found = await Find(id, other, ct);
        var view = await Look(found, ct);
        if (view.Preview.Obstacles is [var obstacle, ..]) return new Refusal(obstacle);
        if (form.Shown != view.Digest) return new Refusal("下面的内容与您刚才看到的不同，请重新核对后再确认");

        var (kept, gone, act) = (found.Kept, found.Other, actor.Act());
        var words = (await db.PeopleInWords(db.People.Where(p => p.Id == other), ct))[other];
        var merging = new Merging(db, act, gone, kept, new());
        foreach (var column in columns) await column.Move(merging, ct);
        await merging.MovePosts(found.KeptPosts, found.OtherPosts, ct);
        MoveAccounts(merging, found.Accounts);
        await FollowJudgements(merging, ct);
        await db.MoveFacts(gone.Id, kept.Id, ct);

        var (first, second) = WhoseOf(PersonField.Places) is Whose.Kept ? (found.KeptStays, found.OtherStays) : (found.OtherStays, found.KeptStays);
        var facts = Choose(kept.Facts, gone.Facts);
        if (kept.TakeIn(gone, facts, FoldedStays.Of(first, second), clock.Today()) is { } refusal) return AtField(refusal);
        if (facts.Status is null && found.KeptPosts.Concat(found.OtherPosts).FirstOrDefault(p => p.To is null && found.Units[p.UnitId].IsParty) is { } held)
            return AtField(new(nameof(PersonField.Status), $"还任{PostsOfBoth.InWords(held, found.Units)}，身份请取党员的一份"));

        db.Log(act, PeopleCapability.Change, kept);
        db.Entry(kept).Property(p => p.Name).IsModified = true;
        db.Log(act, PeopleCapability.Change, gone);
        db.Remove(gone);
        var merge = new PersonMerge { KeptId = kept.Id, MergedId = gone.Id, Merged = words, Moved = Cut(string.Join('、', view.Preview.Moves)), At = act.At, AccountId = act.Account, PersonId = act.Person };
        db.Add(merge);
        db.Log(act, PeopleCapability.Change, merge);
        await db.DropStandings([gone.Id], [kept.Id, .. found.Units.Keys], ct);
        await merging.Moved.Log(db, act, PeopleCapability.Change, ct);
        db.AfterCommit(book.Forget);
        return await db.MentionsOf([gone.Id], [.. StayingColumns.Select(c => c.Row).Distinct()], ct) is [var left, ..]
            ? new Refusal($"还有别的记录（{left.By.Name}）用到并入的一份，这个版本不能合并，请告诉维护人员")
            : kept;

        Whose WhoseOf(PersonField field) => form.Take.TryGetValue(field, out var chosen) ? chosen : view.Preview.Lines.FirstOrDefault(l => l.Field == field)?.Default ?? Whose.Kept;
        T Pick<T>(PersonField field, T mine, T theirs) => WhoseOf(field) is Whose.Other ? theirs : mine;
        PersonFacts Choose(PersonFacts mine, PersonFacts theirs) => new(Pick(PersonField.Name, mine.Name, theirs.Name), Pick(PersonField.Sex, mine.Sex, theirs.Sex),
            Pick(PersonField.BirthMonth, mine.BirthMonth, theirs.BirthMonth), Pick(PersonField.JoinedOn, mine.JoinedOn, theirs.JoinedOn), Pick(PersonField.ConfirmedOn, mine.ConfirmedOn, theirs.ConfirmedOn),
            Pick(PersonField.Status, mine.Status, theirs.Status), Pick(PersonField.IsRetired, mine.IsRetired, theirs.IsRetired));
        Refusal AtField(Refusal refused) => Enum.TryParse<PersonField>(refused.Field, out var field) && view.Preview.Lines.Any(l => l.Field == field && l.Differs) ? refused with { Field = $"{nameof(Form.Take)}[{field}]" } : refused with { Field = "" };
    }, ct);

    private async Task<Found> Find(Guid id, Guid other, CancellationToken ct)
    {
        if (id == other) throw new NotFound(nameof(Person));
        var (kept, gone) = (await db.DemandPerson(id, actor, PeopleCapability.Change, ct), await db.DemandPerson(other, actor, PeopleCapability.Change, ct));
        var posts = await db.Posts.Where(p => p.PersonId == id || p.PersonId == other).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(ct);
        List<Guid> ids = [.. kept.Memberships.Concat(gone.Memberships).Select(m => m.UnitId).Concat(posts.Select(p => p.UnitId)).Distinct()];
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
        return new(kept, gone, Stays(kept), Stays(gone), units, posts.FindAll(p => p.PersonId == id), posts.FindAll(p => p.PersonId == other),
            await db.Users.Where(a => a.PersonId == id || a.PersonId == other).OrderBy(a => a.UserName).ToListAsync(ct));

        List<UnitStay> Stays(Person person) => [.. person.Memberships.OrderBy(m => m.From).Select(m => new UnitStay(m.UnitId, units[m.UnitId].IsParty, m.From, m.To))];
    }

    private async Task<View> Look(Found found, CancellationToken ct)
    {
        var (kept, gone) = (found.Kept, found.Other);
        var conflicts = FoldedStays.Conflicts(found.KeptStays, found.OtherStays).ToList();
        var twice = PostsOfBoth.Twice(found.KeptPosts, found.OtherPosts);
        List<string> moves = [], both = [], obstacles = [];
        if (found.OtherStays.Count > 0) moves.Add($"科室、支部 {found.OtherStays.Count} 段");
        if (found.OtherPosts.Count > 0) moves.Add($"任职 {found.OtherPosts.Count} 项");
        if (gone.StatusChanges.Count > 0) moves.Add($"身份变更 {gone.StatusChanges.Count} 次");
        foreach (var account in found.Accounts.Where(a => a.PersonId == gone.Id)) moves.Add($"账号 {account.UserName}");
        foreach (var same in columns.GroupBy(c => c.Title))
        {
            var count = 0;
            foreach (var column in same) count += await column.Count(db, gone.Id, ct);
            if (count > 0) moves.Add($"{same.Key} {count} 处");
        }
        if (await db.Facts.CountAsync(f => f.PersonId == gone.Id && !f.Voided, ct) is > 0 and var facts) moves.Add($"到会、学时等计数 {facts} 条");

        foreach (var (one, other) in conflicts) both.Add($"同一时间编在不同的{(one.IsParty ? "支部" : "科室")}：{MergePreview.InWords([one], found.Units)}，{MergePreview.InWords([other], found.Units)}。重叠的日子按下面选的一份算");
        foreach (var (held, left) in twice) both.Add($"两份都任{PostsOfBoth.InWords(held, found.Units)}、{PostsOfBoth.InWords(left, found.Units)}：合为一项，从早的一天任到晚的一天");
        var living = found.Accounts.FindAll(a => a.DisabledAt is null);
        if (living.Exists(a => a.PersonId == kept.Id) && living.Exists(a => a.PersonId == gone.Id)) obstacles.Add($"两份都有在用的账号（{string.Join('、', living.Select(a => a.UserName))}）：请系统管理员先停用其中一个，再合并");
        if (kept.ContradictsChanges(gone)) obstacles.Add("两份都登记过身份变更，而且不一样：请先在其中一份上撤回，再合并");
        foreach (var column in columns)
        {
            if (await column.Obstacle(db, gone.Id, kept.Id, ct) is { } obstacle) obstacles.Add(obstacle);
            if (await column.Both(db, gone.Id, kept.Id, ct) is { } shared) both.Add(shared);
        }
        var (first, second) = JudgedDifferent.Pair(kept.Id, gone.Id);
        var lines = MergePreview.Compare(kept, gone, MergePreview.InWords(found.KeptStays, found.Units), MergePreview.InWords(found.OtherStays, found.Units), conflicts.Count > 0);
        return new(kept, gone, found.Accounts.ConvertAll(a => a.UserName!), new(lines, moves, both, obstacles), await db.JudgedDifferent.AnyAsync(j => j.FirstId == first && j.SecondId == second, ct));
    }

    /// <summary>An account follows its person; one that is out of use as well, since what it did was theirs.</summary>
    private static void MoveAccounts(Merging merging, List<Account> accounts)
    {
        foreach (var account in accounts.Where(a => a.PersonId == merging.From.Id))
        {
            account.PersonId = merging.To.Id;
            account.ConcurrencyStamp = Guid.CreateVersion7().ToString();   // a sign-in under way must not save the old state over it
            var step = AccountStep.Of(account, AccountStepKind.Tied, merging.Act);
            merging.Db.Add(step);
            merging.Db.Log(merging.Act, PeopleCapability.Change, step);
        }
    }

    /// <summary>Who was told apart from the one that goes is told apart from the one that stays.</summary>
    private static async Task FollowJudgements(Merging merging, CancellationToken ct)
    {
        var (db, from, to) = (merging.Db, merging.From.Id, merging.To.Id);
        var said = await db.JudgedDifferent.Where(j => j.FirstId == from || j.SecondId == from || j.FirstId == to || j.SecondId == to).ToListAsync(ct);
        foreach (var judged in said.Where(j => j.FirstId == from || j.SecondId == from))
        {
            var third = judged.Beside(from);
            if (third == to || said.Exists(j => (j.FirstId, j.SecondId) == JudgedDifferent.Pair(third, to))) db.Remove(judged);
            else judged.Follow(from, to);
            db.Log(merging.Act, PeopleCapability.Change, judged);
        }
    }

    private static string Cut(string words) => words.Length <= PersonMerge.LongestWords ? words : $"{words[..(PersonMerge.LongestWords - 1)]}…";
}
