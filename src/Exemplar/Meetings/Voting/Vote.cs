using Exemplar.Rules;

namespace Exemplar.Meetings.Voting;

public enum VotingWay
{
    [Display(Name = "无记名投票")] Secret,
    [Display(Name = "记名投票")] Named,
    [Display(Name = "举手")] Hands,
    [Display(Name = "口头")] Spoken,
}

/// <summary>
/// One vote on one matter of a meeting. Only totals are kept: nothing says who voted how. Due and present come from the
/// meeting's frozen roll. A wrong one is withdrawn with a reason and recorded anew, never changed.
/// </summary>
public sealed partial class Vote : IRecord
{
    public const int LongestName = 40;

    public Guid Id { get; private init; }
    public Guid MeetingId { get; private init; }

    /// <summary>What was voted on: an item of the agenda or, where no text is kept, nothing but the major matter.</summary>
    public Guid? ItemId { get; private init; }
    public Guid? MatterId { get; private init; }

    /// <summary>Whose admission or confirmation it is; those are voted on one by one.</summary>
    public string Person { get; private init; } = "";
    public VoteKind Kind { get; private init; }
    public VotingWay Way { get; private init; }

    /// <summary>People with the right to vote.</summary>
    public int Due { get; private init; }
    public int Present { get; private init; }
    public int Opinions { get; private init; }

    public int Yes { get; private init; }
    public int No { get; private init; }
    public int Abstained { get; private init; }
    public int Invalid { get; private init; }
    public int WrittenYes { get; private init; }
    public int WrittenNo { get; private init; }
    public int WrittenAbstained { get; private init; }

    /// <summary>On a major matter: whoever leads the body spoke last.</summary>
    public bool HeadSpokeLast { get; private init; }
    public DateTimeOffset EnteredAt { get; private init; }

    /// <summary>Happens once at most, so it needs no rows of its own.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string WithdrawnFor { get; private set; } = "";

    public VoteCount Count => new()
    {
        Kind = Kind,
        Due = Due,
        Present = Present,
        Opinions = Opinions,
        IsSecret = Way is VotingWay.Secret,
        Cast = new(Yes, No, Abstained, Invalid),
        Written = new(WrittenYes, WrittenNo, WrittenAbstained),
    };

    public VoteOutcome Outcome => VoteOutcome.Of(Count);

    /// <summary>Whether its numbers are still those of the roll, which may be corrected after it.</summary>
    public bool RestsOn(RollNumbers roll) => (Due, Present) == (roll.Due, roll.Present) && Count.Written.Total <= roll.Opinions;

    public Refusal? Withdraw(Act by, string reason)
    {
        if (WithdrawnAt is not null) return new("已经撤销");
        (WithdrawnAt, WithdrawnFor) = (by.At, reason.Trim());
        return null;
    }

    /// <summary>What it says to the rules: a vote held without enough present is void.</summary>
    public IReadOnlyList<Fact> Facts(Meeting meeting) => WithdrawnAt is null && Outcome.Result is VoteResult.NotHeld && VoidedRule is { } rule
        ? [Fact.Of($"void.{rule}", Id, meeting.UnitId, meeting.HeldOn, countsOn: meeting.CountsOn)]
        : [];

    private string? VoidedRule => Kind switch
    {
        VoteKind.Ordinary => "ORD-01",
        VoteKind.Admission => "ORD-03",
        _ => null,
    };
}

internal sealed class VoteTable : IEntityTypeConfiguration<Vote>
{
    public void Configure(EntityTypeBuilder<Vote> table)
    {
        table.ToTable("Votes");
        table.Property(v => v.Person).HasMaxLength(Vote.LongestName);
        table.Property(v => v.WithdrawnFor).HasMaxLength(MeetingStep.LongestText);
        table.Ignore(v => v.Count);
        table.Ignore(v => v.Outcome);
        table.HasOne<Meeting>().WithMany().HasForeignKey(v => v.MeetingId);
        table.HasOne<AgendaItem>().WithMany().HasForeignKey(v => v.ItemId);
        table.HasOne<Matters.MajorMatter>().WithMany().HasForeignKey(v => v.MatterId);
    }
}
