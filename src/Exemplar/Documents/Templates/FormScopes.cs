using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Files;

namespace Exemplar.Documents.Templates;

internal static class FormScopes
{
    private const int MostLearned = 3_000;

    /// <summary>The offices whose forms the actor sees: those in which they hold the permission anywhere.</summary>
    public static List<string> Offices(this Actor actor, string permission) => [.. actor.GrantsFor(permission).Select(g => FormTemplate.OfficeOf(g.Path)).Distinct()];

    /// <summary>Throws <see cref="NotFound"/> for another office's form, and <see cref="Forbidden"/> when it may be seen but not filled.</summary>
    public static async Task<FormTemplate> DemandForm(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var template = await db.FormTemplates.Include(t => t.Mappings).FindOrThrow(id, ct);
        if (template.RemovedAt is not null || !actor.MayInside(FormsCapability.View, template)) throw new NotFound(nameof(FormTemplate));
        return actor.MayInside(FormsCapability.Fill, template) ? template : throw new Forbidden(FormsCapability.Fill);
    }

    /// <summary>Their own, or any of the office's.</summary>
    public static bool MayRemove(this Actor actor, FormTemplate template) => template.CreatedBy == actor.Account.Id || actor.MayInside(FormsCapability.Remove, template);

    /// <summary>What the office has pointed labels at in its forms, the newest first; also in those that were removed.</summary>
    public static async Task<LearnedWords> LearnedBy(this AppDb db, string office, CancellationToken ct)
    {
        var pointed = await db.Set<FormMapping>().Where(m => m.Offer != "").Join(db.FormTemplates.Where(t => t.Path == office), m => m.TemplateId, t => t.Id, (m, t) => new { m.Slot, m.Label, m.Offer, t.ChangedAt, m.Id })
            .OrderByDescending(m => m.ChangedAt).ThenBy(m => m.Id).Take(MostLearned).ToListAsync(ct);
        return new(pointed.Select(m => (m.Slot, m.Label, m.Offer)));
    }

    /// <summary>The blank that was kept; it could be read when it was handed in, and its bytes cannot have changed.</summary>
    public static async Task<(StoredFile File, BlankFile Blank)> OpenBlank(this AppDb db, FileStore files, FormTemplate template, CancellationToken ct)
    {
        var file = await db.Files.AsNoTracking().FindOrThrow(template.FileId, ct);
        return (file, BlankFile.Open(await files.Read(file, ct), file.Name).Value ?? throw new InvalidDataException(file.Name));
    }
}
