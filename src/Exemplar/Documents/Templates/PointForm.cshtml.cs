using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Documents.Templates;

[Needs(FormsCapability.Fill)]
public sealed class PointFormPage(PointForm point) : FormPage<PointForm.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PointForm.View Shown { get; private set; } = null!;

    public BlankPreview Preview => BlankPreview.Of(Shown.Blank);

    protected override async Task Open(CancellationToken ct) => Shown = await point.Open(Id, ct);

    protected override void Fill() => Form = new() { Version = Shown.Template.Version, Title = Shown.Template.Title, Offers = [.. Shown.Slots.Select(s => s.Offer)] };

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => point.Handle(Id, Form, ct), template => Saved($"/forms/{Id}", $"已记住《{template.Title}》各栏填什么，下次收到同样的空表不用再指。"));

    public string OfferAt(int slot) => (slot < Form.Offers.Count ? Form.Offers[slot] : null) ?? "";

    /// <summary>What the slot can be filled with, by kind of record; a column begins with the lists, a field with single values.</summary>
    public IEnumerable<IGrouping<string, SelectListItem>> Choices(int slot) =>
        from source in Shown.Sources.OrderBy(s => s.Offers.Any(o => o.IsList) != Shown.Slots[slot].Slot is Column)
        from offer in source.Offers
        group new SelectListItem(offer.Title, offer.Key, offer.Key == OfferAt(slot)) by source.Name;
}
