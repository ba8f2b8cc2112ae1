using Exemplar.Documents.Templates.Blanks;
using Exemplar.Platform.Files;

namespace Exemplar.Documents.Templates;

internal static class FormScopes
{
    /// <summary>The offices whose forms the actor sees: those in which they hold the permission anywhere.</summary>
    public static List<string> Offices(this Actor actor, string permission) => [.. actor.GrantsFor(permission).Select(g => FormTemplate.OfficeOf(g.Path)).Distinct()];

    /// <summary>Throws <see cref="NotFound"/> for another office's form, and <see cref="Forbidden"/> when it may be seen but not filled.</summary>
    public static async Task<FormTemplate> DemandForm(this AppDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var template = await db.FormTemplates.Include(t => t.Mappings).FindOrThrow(id, ct);
        if (!actor.MayInside(FormsCapability.View, template)) throw new NotFound(nameof(FormTemplate));
        return actor.MayInside(FormsCapability.Fill, template) ? template : throw new Forbidden(FormsCapability.Fill);
    }

    /// <summary>The blank that was kept; it could be read when it was handed in, and its bytes cannot have changed.</summary>
    public static async Task<(StoredFile File, BlankFile Blank)> OpenBlank(this AppDb db, FileStore files, FormTemplate template, CancellationToken ct)
    {
        var file = await db.Files.AsNoTracking().FindOrThrow(template.FileId, ct);
        return (file, BlankFile.Open(await files.Read(file, ct), file.Name).Value ?? throw new InvalidDataException(file.Name));
    }
}
