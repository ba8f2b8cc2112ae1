namespace Exemplar.Platform.Security;

public enum ProposalDecision
{
    [Display(Name = "批准")] Approved,
    [Display(Name = "不批准")] Declined,
    [Display(Name = "撤回")] Withdrawn,
}

/// <summary>
/// That an account shall become an administrator's: proposed by one person and decided by another. Approved it becomes a
/// <see cref="Grant"/>.
/// </summary>
public sealed class GrantProposal : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }
    public required Guid UnitId { get; init; }
    public required bool Inherit { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public required Guid ProposedById { get; init; }

    /// <summary>The person behind the proposing account: a second account of theirs is not a second person.</summary>
    public Guid? ProposedByPersonId { get; init; }
    public ProposalDecision? Decision { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }

    /// <summary>What it became; null unless it was approved.</summary>
    public Guid? GrantId { get; private set; }

    public static GrantProposal Of(Grant grant, Act by) => new()
    {
        Id = grant.Id,
        AccountId = grant.AccountId,
        Role = grant.Role,
        UnitId = grant.UnitId,
        Inherit = grant.Inherit,
        From = grant.From,
        To = grant.To,
        ProposedAt = by.At,
        ProposedById = by.Account!.Value,
        ProposedByPersonId = by.Person,
    };

    public bool IsOf(Act somebody) => ProposedById == somebody.Account || (ProposedByPersonId is not null && ProposedByPersonId == somebody.Person);

    public Refusal? Refuse(ProposalDecision decision, Act by)
    {
        if (Decision is { } already) return new Refusal($"已经{already.Name()}");
        return IsOf(by) == decision is ProposalDecision.Withdrawn ? null
            : new Refusal(IsOf(by) ? "自己提出的，须由另一人批准；自己只能撤回" : "别人提出的，只能批准或者不批准");
    }

    /// <summary>What it becomes on the day of its approval: no day before it is given away.</summary>
    public Grant ToGrant(DateOnly today) => new() { AccountId = AccountId, Role = Role, UnitId = UnitId, Inherit = Inherit, From = From < today ? today : From, To = To };

    /// <param name="becomes">The grant, if it is approved.</param>
    public void Decide(ProposalDecision decision, Grant? becomes, Act by) => (Decision, GrantId, DecidedAt, DecidedById) = (decision, becomes?.Id, by.At, by.Account);
}

internal sealed class GrantProposalTable : IEntityTypeConfiguration<GrantProposal>
{
    public void Configure(EntityTypeBuilder<GrantProposal> table)
    {
        table.ToTable("GrantProposals");
        table.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        table.HasIndex(p => p.AccountId);
        table.HasIndex(p => p.Decision);
        table.HasIndex(p => p.GrantId);
    }
}
