using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Elections;

/// <summary>Notes what is elected, who stands and who watches the count, before anybody votes.</summary>
public sealed class PrepareElection(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        [Display(Name = "选举方式"), Required]
        public ElectionKind? Kind { get; set; }

        [Display(Name = "第几次投票"), Required]
        public ElectionRound? Round { get; set; }

        [Display(Name = "选举职务"), Required(ErrorMessage = "请填写选举职务"), StringLength(Election.LongestPost)]
        public string Post { get; set; } = "";

        [Display(Name = "应选名额"), Required(ErrorMessage = "请填写应选名额"), Range(1, 50, ErrorMessage = "应选名额在 1 到 50 之间")]
        public int? Seats { get; set; }

        [Display(Name = "候选人")]
        public List<Guid> Candidates { get; set; } = [];

        [Display(Name = "监票人")]
        public List<Guid> Tellers { get; set; } = [];

        [Display(Name = "对应的议题")]
        public Guid? Item { get; set; }

        [Display(Name = "候选人少于差额要求的原因"), StringLength(MeetingStep.LongestText)]
        public string? FewCandidatesFor { get; set; }
    }

    public sealed record View(PlacedMeeting Placed, IReadOnlyList<Eligible> Eligible);

    public async Task<View> Open(Guid meeting, CancellationToken ct)
    {
        var placed = await db.DemandMeeting(meeting, kinds, actor, MeetingsCapability.Record, ct);
        return new(placed, await db.EligibleIn(placed.Unit, placed.Meeting.HeldOn, ct));
    }

    /// <summary>
    /// The form as it opens. After an election of this meeting it is the next ballot: among the tied, for the open seats, or all
    /// over again. An election that is not one of this meeting's counts as none.
    /// </summary>
    public async Task<Form> Fill(PlacedMeeting placed, Guid? after, CancellationToken ct)
    {
        var meeting = placed.Meeting;
        var before = after is { } id ? await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id && e.MeetingId == meeting.Id, ct) : null;
        if (before?.Outcome is { } outcome) return Next(before, outcome);
        return new()
        {
            Round = ElectionRound.First,
            Kind = Election.KindsIn(meeting.Kind) is [var only] ? only : null,
            Item = meeting.Agenda.OrderBy(i => i.Number).FirstOrDefault(i => i.Title.Contains('选', StringComparison.Ordinal) || i.Title.Contains("换届", StringComparison.Ordinal))?.Id,
        };
    }

    private static Form Next(Election before, ElectionOutcome outcome)
    {
        var round = outcome.Result switch { ElectionResult.Tied => ElectionRound.AmongTied, ElectionResult.Incomplete => ElectionRound.ForOpenSeats, _ => before.Round };
        var stands = before.Candidates.OrderBy(c => c.Position).Where(c => round switch
        {
            ElectionRound.AmongTied when outcome.Result is ElectionResult.Tied => outcome.Candidates[c.PersonId] is CandidateResult.Tied,
            ElectionRound.ForOpenSeats when outcome.Result is ElectionResult.Incomplete => outcome.Candidates[c.PersonId] is not CandidateResult.Elected,
            _ => !c.IsWrittenIn,
        }).Select(c => c.PersonId).ToList();
        return new()
        {
            Kind = before.Kind,
            Round = round,
            Post = before.Post,
            Seats = outcome.OpenSeats,
            Candidates = stands,
            Tellers = [.. before.Tellers.Select(t => t.PersonId).Except(stands)],
            Item = before.ItemId,
            FewCandidatesFor = before.FewCandidatesFor,
        };
    }

    public Task<Result<Election>> Handle(Guid meetingId, Form form, CancellationToken ct) => db.Commit<Election>(async (db, ct) =>
    {
        var (placed, eligible) = await Open(meetingId, ct);
        if (await db.Elections.SingleOrDefaultAsync(e => e.Id == form.Id && e.MeetingId == meetingId, ct) is { } kept) return Resent.Answer(kept, kept.Post == form.Post.Trim() && kept.Seats == form.Seats, kept.Post);
        if (Chosen(form.Candidates) is not { } candidates) return new Refusal(nameof(Form.Candidates), "请从列表中选择候选人");
        if (Chosen(form.Tellers) is not { } tellers) return new Refusal(nameof(Form.Tellers), "请从列表中选择监票人");

        var prepared = Election.Prepare(form.Id, placed.Meeting, new(form.Kind!.Value, form.Round!.Value, form.Post, form.Seats!.Value, candidates, tellers)
        {
            ItemId = form.Item,
            FewCandidatesFor = form.FewCandidatesFor ?? "",
        });
        if (prepared.Value is not { } election) return prepared.Refusal!;
        db.Add(election);
        db.Log(actor.Act(), "meetings.election.prepare", election);
        return election;

        List<Eligible>? Chosen(List<Guid> ids) => eligible.Where(e => ids.Contains(e.PersonId)).ToList() is var found && found.Count == ids.Distinct().Count() ? found : null;
    }, ct);
}
