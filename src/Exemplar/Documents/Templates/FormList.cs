namespace Exemplar.Documents.Templates;

/// <summary>The forms of the reader's office, the one used last first.</summary>
public sealed class FormList(AppDb db, Actor actor)
{
    public const int Most = 200;

    public sealed record Row(Guid Id, string Title, string FileName, bool IsPointed, DateTimeOffset ChangedAt, DateTimeOffset? LastUsedAt, string? LastUsedBy);

    public async Task<IReadOnlyList<Row>> Show(CancellationToken ct)
    {
        actor.Demand(FormsCapability.View);
        var offices = actor.Offices(FormsCapability.View);
        var rows = await db.FormTemplates.Where(t => offices.Contains(t.Path)).OrderByDescending(t => t.ChangedAt).ThenBy(t => t.Id).Take(Most)
            .Select(t => new
            {
                t.Id,
                t.Title,
                t.ChangedAt,
                IsPointed = t.Mappings.Any(),
                File = db.Files.Where(f => f.Id == t.FileId).Select(f => f.Name).First(),
                Last = db.FormFillings.Where(f => f.TemplateId == t.Id).OrderByDescending(f => f.At).FirstOrDefault(),
            }).ToListAsync(ct);
        var people = rows.Select(r => r.Last?.AccountId).Distinct().ToList();
        var names = await db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        return [.. rows.Select(r => new Row(r.Id, r.Title, r.File, r.IsPointed, r.ChangedAt, r.Last?.At, r.Last?.AccountId is { } who ? names.GetValueOrDefault(who) : null))
            .OrderByDescending(r => r.LastUsedAt ?? r.ChangedAt)];
    }
}
