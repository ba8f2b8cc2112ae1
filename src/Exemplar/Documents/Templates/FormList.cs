using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates;

/// <summary>The forms of the reader's office, the one used last first.</summary>
public sealed class FormList(AppDb db, Actor actor, OfferBook offers)
{
    public const int Most = 200;

    /// <param name="Mapping">What its places are filled with, by kind of record, and how many by hand; empty before it was pointed.</param>
    public sealed record Row(Guid Id, string Title, string FileName, IReadOnlyList<(string Source, int Places)> Mapping, int ByHand, DateTimeOffset ChangedAt, DateTimeOffset? LastUsedAt, string? LastUsedBy, bool MayRemove)
    {
        public bool IsPointed => Mapping.Count + ByHand > 0;
    }

    public async Task<IReadOnlyList<Row>> Show(CancellationToken ct)
    {
        actor.Demand(FormsCapability.View);
        var offices = actor.Offices(FormsCapability.View);
        var rows = await db.FormTemplates.Where(t => offices.Contains(t.Path) && t.RemovedAt == null).OrderByDescending(t => t.ChangedAt).ThenBy(t => t.Id).Take(Most)
            .Select(t => new
            {
                t.Id,
                t.Title,
                t.Path,
                t.CreatedBy,
                t.ChangedAt,
                File = db.Files.Where(f => f.Id == t.FileId).Select(f => f.Name).First(),
                Last = db.FormFillings.Where(f => f.TemplateId == t.Id).OrderByDescending(f => f.At).FirstOrDefault(),
            }).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        var mapped = (await db.Set<FormMapping>().Where(m => ids.Contains(m.TemplateId)).GroupBy(m => new { m.TemplateId, m.Offer }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .ToLookup(m => m.Key.TemplateId, m => (m.Key.Offer, m.Count));
        var people = rows.Select(r => r.Last?.AccountId).Distinct().ToList();
        var names = await db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var removes = actor.Offices(FormsCapability.Remove);
        return [.. rows.Select(r => new Row(r.Id, r.Title, r.File,
                [.. offers.Sources.Select(s => (s.Name, Places: mapped[r.Id].Where(m => s.Offers.Any(o => o.Key == m.Offer)).Sum(m => m.Count))).Where(s => s.Places > 0)], mapped[r.Id].Where(m => m.Offer.Length == 0).Sum(m => m.Count),
                r.ChangedAt, r.Last?.At, r.Last?.AccountId is { } who ? names.GetValueOrDefault(who) : null, r.CreatedBy == actor.Account.Id || removes.Contains(r.Path)))
            .OrderByDescending(r => r.LastUsedAt ?? r.ChangedAt)];
    }
}
