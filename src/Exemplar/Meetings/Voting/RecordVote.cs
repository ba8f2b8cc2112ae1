namespace Exemplar.Meetings.Voting;

/// <summary>Notes the numbers of one vote of a meeting; the result is worked out.</summary>
public sealed class RecordVote(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        [Display(Name = "表决的议题"), Required(ErrorMessage = "请选择表决的议题")]
        public Guid? VotedOn { get; set; }

        /// <summary>From the page's address: each kind asks for its own.</summary>
        public VoteKind Kind { get; set; }

        [Display(Name = "接收、转正的对象"), StringLength(Vote.LongestName)]
        public string? Person { get; set; }

        [Display(Name = "表决方式"), Required]
        public VotingWay? Way { get; set; }

        [Display(Name = "赞成"), Required(ErrorMessage = "请填写赞成票数")]
        public int? Yes { get; set; }

        [Display(Name = "反对")]
        public int No { get; set; }

        [Display(Name = "弃权")]
        public int Abstained { get; set; }

        [Display(Name = "未投、无效")]
        public int Invalid { get; set; }

        [Display(Name = "书面意见：赞成")]
        public int WrittenYes { get; set; }

        [Display(Name = "书面意见：反对")]
        public int WrittenNo { get; set; }

        [Display(Name = "书面意见：弃权")]
        public int WrittenAbstained { get; set; }

        [Display(Name = "重大事项：主要负责人最后表态")]
        public bool HeadSpokeLast { get; set; }
    }

    public sealed record Kept(Vote Vote, string Changes);

    public Task<PlacedMeeting> Open(Guid meeting, CancellationToken ct) => db.DemandMeeting(meeting, kinds, actor, MeetingsCapability.Record, ct);

    /// <summary>The kind of that name, or the first that such a meeting votes on; <see cref="NotFound"/> when it votes on none of that name.</summary>
    public static VoteKind KindNamed(string? name, Meeting meeting)
    {
        var kinds = Vote.KindsIn(meeting.Kind);
        if (name is null) return kinds is [var usual, ..] ? usual : VoteKind.Ordinary;
        return kinds.Any(k => k.ToString() == name) ? Enum.Parse<VoteKind>(name) : throw new NotFound(name);
    }

    public async Task<IReadOnlyList<Votable>> Votables(Meeting meeting, CancellationToken ct) => await db.VotablesOf(meeting, ct);

    public Task<Result<Kept>> Handle(Guid meetingId, Form form, CancellationToken ct) => db.Commit<Kept>(async (db, ct) =>
    {
        var (meeting, _, unit) = await Open(meetingId, ct);
        if (Vote.RefuseKind(form.Kind, unit) is { } unfit) return unfit;
        if (await db.Votes.SingleOrDefaultAsync(v => v.Id == form.Id && v.MeetingId == meetingId, ct) is { } kept) return Resent.Answer(new Kept(kept, ""), kept.Yes == form.Yes && kept.No == form.No, "表决结果");
        if (await db.FindVotable(meeting, form.VotedOn, ct) is not { } about) return new Refusal(nameof(Form.VotedOn), "请从列表中选择议题");

        var earlier = await db.StandingVotes().Where(v => v.MatterId != null && v.MatterId == about.MatterId || v.ItemId != null && v.ItemId == about.ItemId).ToListAsync(ct);
        var entry = new VoteEntry(form.Kind, form.Way!.Value, new(form.Yes!.Value, form.No, form.Abstained, form.Invalid),
            new(form.WrittenYes, form.WrittenNo, form.WrittenAbstained), form.Person ?? "", form.HeadSpokeLast);
        var recorded = Vote.Record(form.Id, meeting, about, entry, earlier, actor.Act());
        if (recorded.Value is not { } vote) return recorded.Refusal!;

        db.Add(vote);
        db.Log(actor.Act(), "meetings.vote", vote);
        var changes = await db.StateFacts(vote.Id, vote.Facts(meeting), ct);
        return new Kept(vote, changes.InWords());
    }, ct);
}
