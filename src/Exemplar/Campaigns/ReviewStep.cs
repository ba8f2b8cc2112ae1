namespace Exemplar.Campaigns;

public enum ReviewStepKind
{
    [Display(Name = "定夺")] Decided,
    [Display(Name = "修改")] Adjusted,
    [Display(Name = "补充")] Added,
    [Display(Name = "拆分")] Split,
    [Display(Name = "并入")] Merged,
    [Display(Name = "移动")] Moved,
    [Display(Name = "撤销")] Undone,
}

/// <summary>One press of the review, with what it changed, so that it can be taken back. Taking back is a step as well; rows are added, never changed.</summary>
public sealed class ReviewStep : IRecord
{
    public const int LongestWords = 80;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid DocumentId { get; private init; }

    /// <summary>1, 2, 3 … within the document.</summary>
    public int Number { get; private init; }
    public ReviewStepKind Kind { get; private init; }

    /// <summary>采纳“压减文件”</summary>
    public string Words { get; private init; } = "";

    /// <summary>JSON of <see cref="ItemChange"/>s.</summary>
    public string Changes { get; private init; } = "[]";
    public Guid? AccountId { get; private init; }
    public DateTimeOffset At { get; private init; }

    /// <summary>The step that this one took back.</summary>
    public Guid? UndoesId { get; private init; }

    public static ReviewStep Of(Guid documentId, int number, ReviewStepKind kind, string words, IEnumerable<ItemChange> changes, Act by, Guid? undoes = null) => new()
    {
        DocumentId = documentId,
        Number = number,
        Kind = kind,
        Words = PlanDocument.Shorten(words, LongestWords),
        Changes = ItemState.Write(changes),
        AccountId = by.Account,
        At = by.At,
        UndoesId = undoes,
    };
}

internal sealed class ReviewStepTable : IEntityTypeConfiguration<ReviewStep>
{
    public void Configure(EntityTypeBuilder<ReviewStep> table)
    {
        table.ToTable("ReviewSteps");
        table.Property(s => s.Words).HasMaxLength(ReviewStep.LongestWords);
        table.HasOne<PlanDocument>().WithMany().HasForeignKey(s => s.DocumentId);
        table.HasIndex(s => new { s.DocumentId, s.Number }).IsUnique();
        table.HasIndex(s => s.UndoesId);
    }
}

public static class ReviewSteps
{
    /// <summary>Enters a step and the items it changed, each with how it stood before. Inside a commit.</summary>
    public static async Task KeepStep(this AppDb db, Act act, Guid documentId, ReviewStepKind kind, string words, IReadOnlyList<(ProposedItem Item, ItemState Before)> changed, CancellationToken ct, Guid? undoes = null)
    {
        var number = 1 + (await db.ReviewSteps.Where(s => s.DocumentId == documentId).MaxAsync(s => (int?)s.Number, ct) ?? 0);
        var step = ReviewStep.Of(documentId, number, kind, words, changed.Select(c => ItemChange.Of(c.Item, c.Before)), act, undoes);
        db.Add(step);
        db.Log(act, CampaignsCapability.Review, step);
        foreach (var (item, _) in changed) db.Log(act, CampaignsCapability.Review, item);
    }

    /// <summary>What the account did last with this document and has not taken back; nobody takes back what another did.</summary>
    public static Task<ReviewStep?> LastStep(this AppDb db, Guid documentId, Guid? account, CancellationToken ct) => db.ReviewSteps.AsNoTracking()
        .Where(s => s.DocumentId == documentId && s.AccountId == account && s.Kind != ReviewStepKind.Undone && !db.ReviewSteps.Any(u => u.UndoesId == s.Id))
        .OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
}
