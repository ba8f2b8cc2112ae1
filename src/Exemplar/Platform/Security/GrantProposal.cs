namespace Exemplar.Platform.Security;

public enum ProposalDecision
{
    [Display(Name = "批准")] Approved,
    [Display(Name = "不批准")] Declined,
    [Display(Name = "撤回")] Withdrawn,
}

/// <summary>
/// That an account shall become an administrator's, or cease to be: proposed by one person and decided by another. Approved it
/// becomes a <see cref="Grant"/>, or ends one.
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

    /// <summary>The grant that shall end on <see cref="To"/>; null when one shall be given.</summary>
    public Guid? EndsGrantId { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public required Guid ProposedById { get; init; }

    /// <summary>The person behind the proposing account: a second account of theirs is not a second person.</summary>
    public Guid? ProposedByPersonId { get; init; }
    public ProposalDecision? Decision { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }

    /// <summary>What it became; null unless a role was given by it.</summary>
    public Guid? GrantId { get; private set; }

    public static GrantProposal Of(Grant grant, Act by) => Of(grant, grant.Id, grant.To, ends: null, by);

    public static GrantProposal ToEnd(Grant grant, DateOnly on, Act by) => Of(grant, Guid.CreateVersion7(), on, grant.Id, by);

    private static GrantProposal Of(Grant grant, Guid id, DateOnly? to, Guid? ends, Act by) => new()
    {
        Id = id,
        EndsGrantId = ends,
        AccountId = grant.AccountId,
        Role = grant.Role,
        UnitId = grant.UnitId,
        Inherit = grant.Inherit,
        From = grant.From,
        To = to,
        ProposedAt = by.At,
        ProposedById = by.Account!.Value,
        ProposedByPersonId = by.Person,
    };

    /// <summary>收回 or 授予.</summary>
    public string What => EndsGrantId is null ? "授予" : "收回";

    public bool IsOf(Act somebody) => ProposedById == somebody.Account || (ProposedByPersonId is not null && ProposedByPersonId == somebody.Person);

    public Refusal? Refuse(ProposalDecision decision, Act by)
    {
        if (Decision is { } already) return new Refusal($"已经{already.Name()}");
        return IsOf(by) == decision is ProposalDecision.Withdrawn ? null
            : new Refusal(IsOf(by) ? "自己提出的，须由另一人批准；自己只能撤回" : "别人提出的，只能批准或者不批准");
    }

    /// <summary>What it becomes on the day of its approval: no day before it is given away.</summary>
    public Grant ToGrant(DateOnly today) => new() { AccountId = AccountId, Role = Role, UnitId = UnitId, Inherit = Inherit, From = From < today ? today : From, To = To };

    /// <summary>The last day that the grant keeps: no day that was already used is taken back, and none that was given up is given.</summary>
    public DateOnly LastDayOf(Grant grant, DateOnly today)
    {
        var on = To < today.AddDays(-1) ? today.AddDays(-1) : To!.Value;
        return grant.To < on ? grant.To.Value : on;
    }

    /// <param name="becomes">The grant that it gives, if it is approved.</param>
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
        table.Ignore(p => p.What);
        table.HasIndex(p => p.GrantId);
        table.HasIndex(p => p.EndsGrantId);
    }
}
