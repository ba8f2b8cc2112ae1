using Exemplar.Platform.Files;

namespace Exemplar.Documents.Templates;

/// <summary>
/// A superior's form that the office fills again and again: its newest blank, and what each of its fields and columns is. All
/// of the office share it, since the superior sends it to the office.
/// </summary>
public sealed class FormTemplate : IRecord, IVersioned, IPlaced
{
    public const int LongestTitle = 100;

    public Guid Id { get; init; }
    public string Title { get; private set; } = "";

    /// <summary>The office's place: the top of the tree that its people work in.</summary>
    public string Path { get; private init; } = "";
    public Guid FileId { get; private set; }

    /// <summary>Tells another copy of the same blank, whatever its name, dates and number of rows.</summary>
    public string Fingerprint { get; private init; } = "";
    public Guid? CreatedBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public Guid? ChangedBy { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When somebody took it off the list; null while it stands there.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }
    public Guid? RemovedBy { get; private set; }
    public int Version { get; set; }
    public List<FormMapping> Mappings { get; private init; } = [];

    /// <summary>Whether somebody said what goes where; before that there is nothing to fill.</summary>
    public bool IsPointed => Mappings.Count > 0;

    public static FormTemplate Keep(Guid id, string title, string office, string fingerprint, StoredFile blank, Act by) => new()
    {
        Id = id,
        Title = title,
        Path = office,
        FileId = blank.Id,
        Fingerprint = fingerprint,
        CreatedBy = by.Account,
        CreatedAt = by.At,
        ChangedBy = by.Account,
        ChangedAt = by.At,
    };

    /// <summary>Another copy of the blank came, with this period's dates. A form that was removed is there again.</summary>
    public void Renew(StoredFile blank, Act by) => (FileId, ChangedBy, ChangedAt, RemovedAt, RemovedBy) = (blank.Id, by.Account, by.At, null, null);

    public void Remove(Act by) => (RemovedAt, RemovedBy) = (by.At, by.Account);

    /// <param name="offers">By slot: the offer, or nothing for what is filled in by hand.</param>
    public Refusal? Point(string title, IReadOnlyList<(string Slot, string Label, string Offer)> offers, Act by)
    {
        if (string.IsNullOrWhiteSpace(title)) return new Refusal(nameof(Title), "请填写表名");
        if (offers.All(o => o.Offer.Length == 0)) return new Refusal("至少指出一处填什么");
        foreach (var (slot, label, offer) in offers)
        {
            if (Mappings.Find(m => m.Slot == slot) is { } kept) kept.Offer = offer;
            else Mappings.Add(new() { TemplateId = Id, Slot = slot, Label = label, Offer = offer });
        }
        (Title, ChangedBy, ChangedAt) = (title.Trim(), by.Account, by.At);
        return null;
    }

    /// <summary>The top of the tree that a place lies in.</summary>
    public static string OfficeOf(string path) => path[..(path.IndexOf('/', 1) + 1)];
}

/// <summary>What one field or column of a form is filled with.</summary>
public sealed class FormMapping : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TemplateId { get; init; }
    public required string Slot { get; init; }
    public required string Label { get; init; }

    /// <summary>Key of an offer; empty for what is filled in by hand.</summary>
    public required string Offer { get; set; }

    Guid IPartOf.RecordId => TemplateId;
}

internal sealed class FormTemplateTable : IEntityTypeConfiguration<FormTemplate>
{
    public void Configure(EntityTypeBuilder<FormTemplate> table)
    {
        table.ToTable("FormTemplates");
        table.Property(t => t.Title).HasMaxLength(FormTemplate.LongestTitle);
        table.Property(t => t.Path).HasMaxLength(200);
        table.Property(t => t.Fingerprint).HasMaxLength(64);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(t => t.FileId);
        table.HasMany(t => t.Mappings).WithOne().HasForeignKey(m => m.TemplateId);
        table.HasIndex(t => new { t.Path, t.Fingerprint }).IsUnique();
    }
}

internal sealed class FormMappingTable : IEntityTypeConfiguration<FormMapping>
{
    public void Configure(EntityTypeBuilder<FormMapping> table)
    {
        table.ToTable("FormMappings");
        table.Property(m => m.Slot).HasMaxLength(400);
        table.Property(m => m.Label).HasMaxLength(400);
        table.Property(m => m.Offer).HasMaxLength(60);
    }
}
