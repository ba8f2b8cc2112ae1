namespace Exemplar.Documents.Templates;

/// <summary>
/// Whoever handed a form in, or the office that answers for all of them, takes it off the list. What was filled and who pointed
/// at what stays on record, and the same blank handed in again brings the form back.
/// </summary>
public sealed class RemoveForm(AppDb db, Actor actor)
{
    public sealed class Form
    {
        /// <summary>Asked for, so that an empty form removes nothing.</summary>
        [Required]
        public int? Version { get; set; }
    }

    /// <param name="Filled">How often it was filled.</param>
    public sealed record View(FormTemplate Template, int Filled);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var template = await db.DemandForm(id, actor, ct);
        if (!actor.MayRemove(template)) throw new Forbidden(FormsCapability.Remove);
        return new(template, await db.FormFillings.CountAsync(f => f.TemplateId == id, ct));
    }

    public async Task<Result<FormTemplate>> Handle(Guid id, Form form, CancellationToken ct) => await db.Commit<FormTemplate>(async (db, ct) =>
    {
        var (template, _) = await Open(id, ct);
        if (template.Version != form.Version) throw new Stale(nameof(FormTemplate));
        template.Remove(actor.Act());
        db.Log(actor.Act(), FormsCapability.Remove, template);
        return template;
    }, ct);
}
