using Exemplar.Organization;
using Exemplar.People.Branches;
using Exemplar.Rules;
using Exemplar.Rules.Standings;

namespace Exemplar.People.Merging;

/// <summary>合并重复人员: two records of one person become one. The address names the one that stays first. It cannot be undone (docs/adr/0022).</summary>
public sealed partial class MergePeople(AppDb db, Actor actor, TimeProvider clock, IEnumerable<PersonColumn> columns, GrantBook book)
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
    /// <param name="IsUnlikely">Nobody would propose them as one.</param>
    public sealed record View(Person Kept, Person Other, MergePreview Preview, bool WereJudged, bool IsUnlikely)
    {
        public string Digest => Preview.DigestOf(Kept, Other);
    }

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

        await TakeRolesAlong(merging, found, ct);
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

    /// <summary>A place that only the record not chosen told of is left as by a move: the roles that come with it end, a member is one in the branch that stays.</summary>
    private async Task TakeRolesAlong(Merging merging, Found found, CancellationToken ct)
    {
        List<Guid> now = [.. merging.To.Memberships.Where(m => m.To is null).Select(m => m.UnitId)];
        Guid? branch = now.Where(u => found.Units[u].IsParty).Select(u => (Guid?)u).FirstOrDefault();
        foreach (var left in found.KeptStays.Concat(found.OtherStays).Where(s => s.To is null && !now.Contains(s.UnitId)).DistinctBy(s => s.UnitId))
            await merging.Db.TakeRolesAlong(merging.Act, [merging.To.Id, merging.From.Id], left.UnitId, left.IsParty ? branch : null, clock.Today(), ct);
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
