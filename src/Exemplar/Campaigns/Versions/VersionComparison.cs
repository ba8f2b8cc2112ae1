using Exemplar.Campaigns.Reading;
using Exemplar.Organization;
using Exemplar.Tasks;

namespace Exemplar.Campaigns.Versions;

/// <summary>A new version of a document against the tasks that were issued from the former one: what is new, changed, the same, gone. It changes nothing.</summary>
public sealed class VersionComparison(AppDb db, PlanReview review)
{
    /// <param name="Field">名称, 内容, 时限, 牵头单位, 配合单位.</param>
    public sealed record Difference(string Field, string Former, string Later);

    /// <summary>One task of both versions. <paramref name="DueNow"/> are the dates valid now, where shares were given more time.</summary>
    public sealed record Pair(ProposedItem Later, ProposedItem Former, IReadOnlyList<Difference> Differences, IReadOnlyList<DateOnly> DueNow)
    {
        public bool MovesDue => Later.DueOn is not null && Later.DueOn != Former.DueOn;
        public bool AddsOwner => Later.OwnerIds.Except(Former.OwnerIds.Concat(Former.CoOwnerIds)).Any();

        /// <summary>Something that the issued task can be given.</summary>
        public bool CanFollow => MovesDue || AddsOwner;
    }

    /// <summary><paramref name="Settled"/> have been followed or set aside already.</summary>
    public sealed record View(PlanDocument Document, PlanDocument? Former, IReadOnlyList<ProposedItem> New, IReadOnlyList<Pair> Changed, IReadOnlyList<Pair> Same,
        IReadOnlyList<ProposedItem> Gone, IReadOnlyList<Pair> Settled);

    public async Task<View> Show(Guid documentId, CancellationToken ct)
    {
        var (document, found) = await review.Open(documentId, ct);
        if (document.FormerId is not { } formerId) return new(document, null, [], [], [], [], []);

        var former = await db.PlanDocuments.AsNoTracking().FindOrThrow(formerId, ct);
        var issued = await Items(formerId).Where(i => i.Decision == ItemDecision.Issued).InReviewOrder().ToListAsync(ct);
        var later = await Items(documentId).Where(i => i.Decision != ItemDecision.Merged).InReviewOrder().ToListAsync(ct);
        var units = await db.Units.Where(u => u.Path.StartsWith(found.Host.Path)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var ids = issued.ConvertAll(i => i.Id);
        var dues = (await db.Assignments.Where(a => ids.Contains(a.TaskId) && a.DueOn != null).Select(a => new { a.TaskId, a.DueOn }).ToListAsync(ct)).ToLookup(a => a.TaskId, a => a.DueOn!.Value);

        var matched = VersionMatch.Of(issued, later);
        var pairs = matched.Where(m => m.Former is not null).Select(m => new Pair(m.Later, m.Former!, Between(m.Former!, m.Later, units), [.. dues[m.Former!.Id].Distinct().Order()])).ToList();
        var open = pairs.Where(p => p.Later.Decision is not ItemDecision.Dropped).ToList();
        return new(document, former,
            [.. matched.Where(m => m.Former is null && m.Later.Decision is not ItemDecision.Dropped).Select(m => m.Later)],
            open.FindAll(p => p.Differences.Count > 0), open.FindAll(p => p.Differences.Count == 0),
            [.. issued.Except(pairs.Select(p => p.Former))], pairs.FindAll(p => p.Later.Decision is ItemDecision.Dropped));
    }

    private IQueryable<ProposedItem> Items(Guid document) =>
        db.ProposedItems.AsNoTracking().Where(i => i.DocumentId == document && (i.Kind == PlanItemKind.Task || i.Kind == PlanItemKind.Measure));

    /// <summary>What the two say differently; a name that only lost its punctuation is the same.</summary>
    public static List<Difference> Between(ProposedItem former, ProposedItem later, IReadOnlyDictionary<Guid, string> units)
    {
        var all = new List<Difference>();
        if (VersionMatch.Bare(former.Title) != VersionMatch.Bare(later.Title)) all.Add(new("名称", former.Title, later.Title));
        if (VersionMatch.Words(former) is var was && VersionMatch.Words(later) is var said && was != said) all.Add(new("内容", former.Text, later.Text));
        if (former.DueOn != later.DueOn) all.Add(new("时限", Day(former.DueOn), Day(later.DueOn)));
        if (!former.OwnerIds.ToHashSet().SetEquals(later.OwnerIds)) all.Add(new("牵头单位", Names(former.OwnerIds), Names(later.OwnerIds)));
        if (!former.CoOwnerIds.ToHashSet().SetEquals(later.CoOwnerIds)) all.Add(new("配合单位", Names(former.CoOwnerIds), Names(later.CoOwnerIds)));
        return all;

        string Names(List<Guid> ids) => ids.Count == 0 ? "没有写" : string.Join("、", ids.Select(id => units.GetValueOrDefault(id) ?? "已撤销的单位"));
        static string Day(DateOnly? day) => day?.InWords() ?? "没有写";
    }
}
