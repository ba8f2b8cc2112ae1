using Exemplar.Organization;
using Exemplar.People.TermImport;

namespace Exemplar.People.Merging;

/// <summary>Posts of two records of one person. One post that both hold at the same time is one post, from the sooner beginning to the later end.</summary>
internal static class PostsOfBoth
{
    public sealed record HeldTwice(Post Kept, Post Gone);

    public static List<HeldTwice> Twice(IEnumerable<Post> kept, IEnumerable<Post> other)
    {
        List<HeldTwice> twice = [];
        foreach (var gone in other)
            if (kept.FirstOrDefault(k => k.UnitId == gone.UnitId && k.Kind == gone.Kind && k.From <= (gone.To ?? DateOnly.MaxValue) && gone.From <= (k.To ?? DateOnly.MaxValue)) is { } held) twice.Add(new(held, gone));
        return twice;
    }

    /// <summary>第一党支部书记（2026-01-01 至今）</summary>
    public static string InWords(Post post, IReadOnlyDictionary<Guid, Unit> units) => $"{units[post.UnitId].Name}{post.Kind.Name()}（{post.From.Iso()} 至{(post.To is { } to ? $" {to.Iso()}" : "今")}）";

    /// <summary>Inside a commit.</summary>
    public static async Task MovePosts(this Merging merging, IReadOnlyList<Post> kept, IReadOnlyList<Post> other, CancellationToken ct)
    {
        var (db, to) = (merging.Db, merging.To.Id);
        var twice = Twice(kept, other);
        var gone = twice.ConvertAll(t => t.Gone.Id);
        foreach (var (held, left) in twice)
        {
            var (from, until, basis) = (left.From < held.From ? left.From : held.From, held.To is null || left.To is null ? null : held.To > left.To ? held.To : left.To, held.Basis.Length > 0 ? held.Basis : left.Basis);
            (held.From, held.To, held.Basis) = (from, until, basis);
            db.Log(merging.Act, PeopleCapability.Change, held);
            merging.Moved.Add<PostCorrection>(await db.PostCorrections.Where(c => c.PostId == left.Id).Select(c => c.Id).ToListAsync(ct));
            await db.PostCorrections.Where(c => c.PostId == left.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PostId, held.Id), ct);
            merging.Moved.Add<ImportedTerms>(await db.Set<SoonerPost>().Where(s => s.PostId == left.Id).Select(s => s.ImportId).Distinct().ToListAsync(ct));
            await db.Set<SoonerPost>().Where(s => s.PostId == left.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.PostId, held.Id), ct);
            db.Log(merging.Act, PeopleCapability.Change, left);
            db.Remove(left);
        }
        var moving = db.Posts.Where(p => p.PersonId == merging.From.Id && !gone.Contains(p.Id));
        merging.Moved.Add<Post>(await moving.Select(p => p.Id).ToListAsync(ct));
        await moving.ExecuteUpdateAsync(set => set.SetProperty(p => p.PersonId, to), ct);
    }
}
