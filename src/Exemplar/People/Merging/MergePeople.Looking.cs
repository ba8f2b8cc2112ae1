using Exemplar.Organization;

namespace Exemplar.People.Merging;

public sealed partial class MergePeople
{
    private sealed record Found(Person Kept, Person Other, List<UnitStay> KeptStays, List<UnitStay> OtherStays, Dictionary<Guid, Unit> Units, List<Post> KeptPosts, List<Post> OtherPosts, List<Account> Accounts);

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

        foreach (var (one, other) in conflicts) both.Add($"同一时间编在不同的{(one.IsParty ? "支部" : "科室")}：{MergePreview.InWords([one], found.Units)}，{MergePreview.InWords([other], found.Units)}。重叠的日子按“科室、支部”一行选的一份算，不再在的一处的角色随之收回");
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
        var meetings = await db.TimesOnRoll([kept.Id, gone.Id], ct);
        List<Side> sides =
        [
            .. conflicts.Count > 0 ? [] : (Side[])[new("科室、支部", MergePreview.InWords(found.KeptStays, found.Units), MergePreview.InWords(found.OtherStays, found.Units))],
            new("任职", PostsInWords(found.KeptPosts), PostsInWords(found.OtherPosts)),
            new("会议名单", $"{meetings.GetValueOrDefault(kept.Id)} 次", $"{meetings.GetValueOrDefault(gone.Id)} 次"),
            new("账号", AccountsInWords(kept), AccountsInWords(gone)),
        ];
        return new(kept, gone, new(lines, sides, moves, both, obstacles), await db.JudgedDifferent.AnyAsync(j => j.FirstId == first && j.SecondId == second, ct), LikelyPair.Of(Known(kept, found.KeptStays), Known(gone, found.OtherStays)) is null);

        static KnownFacts Known(Person person, List<UnitStay> stays) => new(person.Id, person.Name, person.Sex, person.BirthMonth, person.JoinedOn, person.Status, person.IsRetired,
            [.. stays.Where(s => s.IsParty).Select(s => s.UnitId)], [.. stays.Where(s => !s.IsParty).Select(s => s.UnitId)]);
        string PostsInWords(List<Post> posts) => string.Join('；', posts.Select(p => PostsOfBoth.InWords(p, found.Units)).DefaultIfEmpty("没有"));
        string AccountsInWords(Person of) => string.Join('、', found.Accounts.Where(a => a.PersonId == of.Id).Select(a => $"{a.UserName}{(a.DisabledAt is null ? "" : "（已停用）")}").DefaultIfEmpty("没有"));
    }
}
