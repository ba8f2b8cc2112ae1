using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Files;

namespace Exemplar.Campaigns;

/// <summary>A speech or plan of a campaign as it was handed in, with what the reader said of it. The source file is kept.</summary>
public sealed class PlanDocument : IRecord
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; private init; }
    /// <summary>Null for what was typed by hand: there is no source.</summary>
    public Guid? FileId { get; private init; }
    public bool IsTyped => FileId is null;
    public string Title { get; private init; } = "";
    public DateOnly? DocumentDate { get; private init; }

    /// <summary>The decoded file; the spans of the items refer to it.</summary>
    public string Text { get; private init; } = "";
    public List<string> Cleaned { get; private init; } = [];
    public List<string> Gaps { get; private init; } = [];
    public DateTimeOffset ReadAt { get; private init; }

    /// <summary>The earlier document of the campaign that it is a new version of.</summary>
    public Guid? FormerId { get; private init; }

    public static PlanDocument Of(Guid id, Campaign campaign, StoredFile file, SourceText source, PlanReading reading, Act by, Guid? former = null) => new()
    {
        Id = id,
        CampaignId = campaign.Id,
        FileId = file.Id,
        Title = reading.Title is { Length: > 0 } title ? Shorten(title, 200) : file.Name,
        DocumentDate = reading.DocumentDate,
        Text = source.Text,
        ReadAt = by.At,
        FormerId = former,
        Cleaned = [.. reading.Cleaned.Select(c => $"{c.Message}：{c.Text}")],
        Gaps = [.. reading.Gaps.Select(g => g.Message)],
    };

    /// <summary>The one place of a campaign for what stands in no document.</summary>
    public static PlanDocument Typed(Campaign campaign, Act by) => new() { Id = Guid.CreateVersion7(), CampaignId = campaign.Id, Title = "手工录入的任务", ReadAt = by.At };

    internal static string Shorten(string text, int longest) => text.Length <= longest ? text : text[..(longest - (char.IsHighSurrogate(text[longest - 2]) ? 2 : 1))] + "…";
}

internal sealed class PlanDocumentTable : IEntityTypeConfiguration<PlanDocument>
{
    public void Configure(EntityTypeBuilder<PlanDocument> table)
    {
        table.ToTable("PlanDocuments");
        table.Property(d => d.Title).HasMaxLength(200);
        table.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId);
        table.HasOne<PlanDocument>().WithMany().HasForeignKey(d => d.FormerId);
    }
}
