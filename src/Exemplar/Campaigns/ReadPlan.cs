using System.Text;
using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Files;

namespace Exemplar.Campaigns;

/// <summary>The leading group's office hands in a speech or plan, as a file or pasted; it is read and its proposals stand for review.</summary>
public sealed class ReadPlan(AppDb db, Actor actor, FileStore files)
{
    /// <summary>No plan has more; a write that is larger would keep everybody else waiting.</summary>
    private const int MostItems = 3_000;

    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending, so that sending twice reads once

        [Display(Name = "文件")]
        public IFormFile? File { get; set; }

        [Display(Name = "或者粘贴全文")]
        public string? Text { get; set; }

        [Display(Name = "是哪份文件的新版本")]
        public Guid? Former { get; set; }
    }

    /// <summary>The documents of the campaign that a new one can be a version of, newest first.</summary>
    public Task<List<PlanDocument>> Formers(Guid campaignId, CancellationToken ct) =>
        db.PlanDocuments.AsNoTracking().Where(d => d.CampaignId == campaignId && d.FileId != null).OrderByDescending(d => d.ReadAt).ThenByDescending(d => d.Id).ToListAsync(ct);

    public Task<PlacedCampaign> Open(Guid campaignId, CancellationToken ct) => db.DemandCampaign(campaignId, actor, CampaignsCapability.Review, ct);

    public async Task<Result<PlanDocument>> Handle(Guid campaignId, Form form, CancellationToken ct)
    {
        var opened = await Open(campaignId, ct);
        if (form.Former is { } former && (await Formers(campaignId, ct)).All(d => d.Id != former)) return new Refusal(nameof(Form.Former), "没有这份文件");
        var handedIn = await HandIn(form, ct);
        if (handedIn.Value is not ({ } source, { } file)) return handedIn.Refusal!;
        return await Keep(form, opened, source, file, ct);
    }

    private async Task<Result<(SourceText Source, StoredFile File)>> HandIn(Form form, CancellationToken ct)
    {
        if (form.File is { } upload)
        {
            if (upload.Length > 2 * 1024 * 1024) return new Refusal(nameof(Form.File), "文件超过 2 MB");
            using var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes, ct);
            var decoded = SourceText.Decode(bytes.ToArray(), upload.FileName);
            if (decoded.Value is not { } source) return new Refusal(nameof(Form.File), decoded.Refusal!.Message);
            return (source, await files.Keep(upload.FileName, bytes.ToArray(), ct));
        }

        if (string.IsNullOrWhiteSpace(form.Text)) return new Refusal(nameof(Form.File), "请选择文件，或者粘贴全文");
        var pasted = SourceText.Paste(form.Text);
        if (pasted.Value is not { } text) return new Refusal(nameof(Form.Text), pasted.Refusal!.Message);
        return (text, await files.Keep("粘贴的全文.txt", Encoding.UTF8.GetBytes(form.Text), ct));
    }

    private Task<Result<PlanDocument>> Keep(Form form, PlacedCampaign opened, SourceText source, StoredFile file, CancellationToken ct)
    {
        var reading = PlanReader.Read(source);
        if (reading.Items.Count > MostItems) return Task.FromResult<Result<PlanDocument>>(new Refusal($"读出 {reading.Items.Count} 条，一份文件最多 {MostItems} 条，请分成几份再交"));
        return db.Commit<PlanDocument>(async (db, ct) =>
        {
            if (await db.PlanDocuments.SingleOrDefaultAsync(d => d.Id == form.Id && d.CampaignId == opened.Campaign.Id, ct) is { } kept)
                return Resent.Answer(kept, kept.Text == source.Text, kept.Title);
            var owners = new OwnerMatch(await db.AnsweringUnits(opened.Host, ct));
            var act = actor.Act();
            var document = PlanDocument.Of(form.Id, opened.Campaign, file, source, reading, act, form.Former);

            db.Add(file);
            db.Log(act, "files.keep", file);
            db.Add(document);
            db.Log(act, CampaignsCapability.Review, document);
            foreach (var item in ItemsOf(document, reading, owners))
            {
                db.Add(item);
                db.Log(act, CampaignsCapability.Review, item);
            }
            return document;
        }, ct);
    }

    /// <summary>A task whose date lies in exactly one stage is proposed for it.</summary>
    private static List<ProposedItem> ItemsOf(PlanDocument document, PlanReading reading, OwnerMatch owners)
    {
        var items = reading.Items.Select(read => ProposedItem.Of(document, read, owners)).ToList();
        var stages = items.Where(i => i is { Kind: PlanItemKind.Stage, StartsOn: not null, EndsOn: not null }).ToList();
        foreach (var item in items.Where(i => i.DueOn is not null && i.Kind is not PlanItemKind.Stage))
            if (stages.Where(s => s.StartsOn <= item.DueOn && item.DueOn <= s.EndsOn).ToList() is [var only]) item.BelongTo(only);
        return items;
    }
}
