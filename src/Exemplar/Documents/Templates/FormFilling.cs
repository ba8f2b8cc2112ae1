namespace Exemplar.Documents.Templates;

/// <summary>Somebody filled a form and took the file away; what is in it is read anew each time and not kept.</summary>
public sealed class FormFilling : IRecord
{
    public Guid Id { get; init; }
    public required Guid TemplateId { get; init; }
    public required Guid? AccountId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The period that it was filled for; null for forms that are not of one.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

internal sealed class FormFillingTable : IEntityTypeConfiguration<FormFilling>
{
    public void Configure(EntityTypeBuilder<FormFilling> table)
    {
        table.ToTable("FormFillings");
        table.HasOne<FormTemplate>().WithMany().HasForeignKey(f => f.TemplateId);
        table.HasIndex(f => new { f.TemplateId, f.At });
    }
}
