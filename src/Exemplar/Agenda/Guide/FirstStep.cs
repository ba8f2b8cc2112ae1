namespace Exemplar.Agenda.Guide;

/// <summary>What is done first in an empty house, in this order; each can be left for later.</summary>
public enum FirstStep
{
    [Display(Name = "名册")] Roster,
    [Display(Name = "往年台账")] Registers,
    [Display(Name = "换届")] Terms,
    [Display(Name = "核对")] Review,
    [Display(Name = "打印")] Print,
}

public enum StepState
{
    [Display(Name = "还没做")] Open,

    /// <summary>By what is on record, or because somebody said so.</summary>
    [Display(Name = "做好了")] Done,
    [Display(Name = "先跳过")] Skipped,
}

public enum FirstHourMarkKind
{
    [Display(Name = "先跳过")] Skipped,

    /// <summary>Looking and printing leave no record: whoever did it says so.</summary>
    [Display(Name = "做好了")] Done,

    /// <summary>The whole guide is off the workbench.</summary>
    [Display(Name = "收起")] PutAway,
}

/// <summary>What somebody said of a step of the guide, for themselves, until they take it back.</summary>
public sealed class FirstHourMark : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required FirstHourMarkKind Kind { get; init; }

    /// <summary>Null when the whole guide is put away.</summary>
    public required FirstStep? Step { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    public void TakeBack(DateTimeOffset at) => TakenBackAt = at;
}

internal sealed class FirstHourMarkTable : IEntityTypeConfiguration<FirstHourMark>
{
    public void Configure(EntityTypeBuilder<FirstHourMark> table)
    {
        table.ToTable("FirstHourMarks");
        table.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        table.HasIndex(m => new { m.AccountId, m.TakenBackAt });
    }
}
