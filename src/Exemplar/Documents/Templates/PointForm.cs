using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Files;

namespace Exemplar.Documents.Templates;

/// <summary>Somebody says once what each field and column of a form is; the words of the blank suggest most of it.</summary>
public sealed class PointForm(AppDb db, Actor actor, FileStore files, OfferBook offers)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "表名"), Required, StringLength(FormTemplate.LongestTitle)]
        public string Title { get; set; } = "";

        /// <summary>One offer for each slot, in the order of the blank; empty for what is filled in by hand.</summary>
        public List<string?> Offers { get; set; } = [];
    }

    /// <param name="IsDoubtful">The suggestion was guessed from a part of the words.</param>
    /// <param name="IsLearned">Somebody of the office has pointed the same words at it, in another form.</param>
    public sealed record SlotView(Slot Slot, string Offer, bool IsDoubtful, bool IsLearned = false);

    public sealed record View(FormTemplate Template, BlankFile Blank, IReadOnlyList<SlotView> Slots, IReadOnlyList<IFormSource> Sources);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var template = await db.DemandForm(id, actor, ct);
        var (_, blank) = await db.OpenBlank(files, template, ct);
        var kept = template.Mappings.ToDictionary(m => m.Slot, m => m.Offer);
        var suggested = offers.Suggest(blank.Shape, await db.LearnedBy(template.Path, ct));
        return new(template, blank, [.. blank.Shape.Slots.Select(s => kept.TryGetValue(s.Key, out var offer) ? new SlotView(s, offer, false) : new SlotView(s, suggested[s.Key].Offer, !suggested[s.Key].IsSure, suggested[s.Key].IsLearned))], offers.Sources);
    }

    public async Task<Result<FormTemplate>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var view = await Open(id, ct);
        if (view.Template.Version != form.Version) throw new Stale(nameof(FormTemplate));
        var slots = view.Blank.Shape.Slots;
        if (form.Offers.Count != slots.Count || form.Offers.Any(o => !string.IsNullOrEmpty(o) && offers.Find(o) is null)) return new Refusal("有一处的选项不在列表里，请重新打开本页");
        List<(string Slot, string Label, string Offer)> pointed = [.. slots.Select((s, i) => (s.Key, s.Label, form.Offers[i] ?? ""))];
        if (offers.RefuseMixed(view.Blank.Shape, pointed.ToDictionary(p => p.Slot, p => p.Offer)) is { } mixed) return mixed;

        return await db.Commit<FormTemplate>(async (db, ct) =>
        {
            var template = await db.DemandForm(id, actor, ct);
            if (template.Version != form.Version) throw new Stale(nameof(FormTemplate));
            if (template.Point(form.Title, pointed, actor.Act()) is { } refusal) return refusal;
            db.Log(actor.Act(), FormsCapability.Fill, template);
            return template;
        }, ct);
    }
}
