using Exemplar.Meetings.Voting;
using Exemplar.Rules;

namespace Exemplar.Meetings.Elections;

/// <summary>
/// An election at a meeting: prepared with seats, candidates and tellers, then counted. Only totals are kept, so that no
/// ballot leads to a voter. A wrong count is withdrawn with a reason and the election prepared anew.
/// </summary>
public sealed partial class Election : IRecord, IVersioned
{
    public const int LongestPost = 40;

    public Guid Id { get; private init; }
    public Guid MeetingId { get; private init; }
    public ElectionKind Kind { get; private init; }
    public ElectionRound Round { get; private init; }

    /// <summary>What is elected, as the ballot names it: 第一党支部委员会委员.</summary>
    public string Post { get; private init; } = "";
    public int Seats { get; private init; }

    /// <summary>The item of the agenda that it is held under; null where the agenda has none for it.</summary>
    public Guid? ItemId { get; private init; }

    /// <summary>Why it was prepared with fewer candidates than the margin asks for; empty when there were enough.</summary>
    public string FewCandidatesFor { get; private init; } = "";

    /// <summary>People with the right to elect, without those not counted.</summary>
    public int Due { get; private set; }
    public int Present { get; private set; }

    /// <summary>Of a branch, whose committee hangs on it.</summary>
    public int? FullMembers { get; private set; }
    public int Issued { get; private set; }
    public int Collected { get; private set; }
    public int Void { get; private set; }
    public int ConsentToFewerSeats { get; private set; }

    /// <summary>When the organization agreed to whom not to count as due; null when everybody is counted.</summary>
    public DateOnly? ConsentedOn { get; private set; }
    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>Happens once at most, so it needs no rows of its own.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string WithdrawnFor { get; private set; } = "";
    public int Version { get; set; }

    public List<Candidate> Candidates { get; private init; } = [];
    public List<Teller> Tellers { get; private init; } = [];
    public List<NotCountedVoter> NotCounted { get; private init; } = [];

    public ElectionCount Count => new()
    {
        Kind = Kind,
        Round = Round,
        Due = Due,
        Present = Present,
        FullMembers = FullMembers,
        Seats = Seats,
        FewCandidatesFor = FewCandidatesFor,
        Issued = Issued,
        Collected = Collected,
        Void = Void,
        ConsentToFewerSeats = ConsentToFewerSeats,
        Candidates = [.. Candidates.Select(c => new CandidateVotes(c.PersonId, c.Votes, c.IsWrittenIn))],
        Tellers = [.. Tellers.Select(t => t.PersonId)],
    };

    /// <summary>Null until it is counted.</summary>
    public ElectionOutcome? Outcome => CountedAt is null ? null : ElectionOutcome.Of(Count);

    /// <summary>It was held and its ballots count, whoever was elected.</summary>
    public bool IsValid => WithdrawnAt is null && Outcome is { Result: not (ElectionResult.NotHeld or ElectionResult.Invalid) };

    public bool IsVoid => WithdrawnAt is null && Outcome is { Result: ElectionResult.NotHeld or ElectionResult.Invalid };

    /// <summary>Whether its numbers are still those of the roll, which may be corrected after the count. Before it nothing rests on the roll, nor does what its ballots made void.</summary>
    public bool RestsOn(IReadOnlyCollection<RollEntry> roll) => Outcome is null or { Result: ElectionResult.Invalid } || RollNumbers.Of(roll) is var numbers
        && (Due + NotCounted.Count, Present) == (numbers.Due, numbers.Present)
        && NotCounted.TrueForAll(n => roll.Any(r => r.PersonId == n.PersonId && r.Votes && r.Attendance is not Attendance.Present));

    public Refusal? Withdraw(Act by, string reason)
    {
        if (WithdrawnAt is not null) return new("已经撤销");
        (WithdrawnAt, WithdrawnFor) = (by.At, reason.Trim());
        return null;
    }

    /// <summary>What it says to the rules: a body was elected, or an election was void.</summary>
    public IReadOnlyList<Fact> Facts(Meeting meeting) =>
        WithdrawnAt is null && FactKind is { } kind ? [Fact.Of(kind, Id, meeting.UnitId, meeting.HeldOn)] : [];

    private string? FactKind => Outcome?.Result switch
    {
        ElectionResult.NotHeld => "void.ELE-07",
        ElectionResult.Invalid => "void.ELE-10",
        ElectionResult.Complete or ElectionResult.Reduced when Kind is not ElectionKind.ByCommittee => "elected",
        _ => null,
    };
}

internal sealed class ElectionTable : IEntityTypeConfiguration<Election>
{
    public void Configure(EntityTypeBuilder<Election> table)
    {
        table.ToTable("Elections");
        table.Property(e => e.Post).HasMaxLength(Election.LongestPost);
        table.Property(e => e.FewCandidatesFor).HasMaxLength(MeetingStep.LongestText);
        table.Property(e => e.WithdrawnFor).HasMaxLength(MeetingStep.LongestText);
        table.Ignore(e => e.Count);
        table.Ignore(e => e.Outcome);
        table.Ignore(e => e.IsValid);
        table.Ignore(e => e.IsVoid);
        table.HasOne<Meeting>().WithMany().HasForeignKey(e => e.MeetingId);
        table.HasOne<AgendaItem>().WithMany().HasForeignKey(e => e.ItemId);
        table.HasMany(e => e.Candidates).WithOne().HasForeignKey(c => c.ElectionId);
        table.HasMany(e => e.Tellers).WithOne().HasForeignKey(t => t.ElectionId);
        table.HasMany(e => e.NotCounted).WithOne().HasForeignKey(n => n.ElectionId);
    }
}
