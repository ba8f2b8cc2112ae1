using Exemplar.Organization;

namespace Exemplar.Meetings.Elections;

/// <summary>Notes the totals of the ballots; who is elected is worked out.</summary>
public sealed class CountElection(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "发出选票"), Required(ErrorMessage = "请填写发出的票数")]
        public int? Issued { get; set; }

        [Display(Name = "收回选票"), Required(ErrorMessage = "请填写收回的票数")]
        public int? Collected { get; set; }

        [Display(Name = "其中无效票")]
        public int Void { get; set; }

        [Display(Name = "再核对过：确实如此")]
        public bool Certain { get; set; }

        /// <summary>By person.</summary>
        public Dictionary<Guid, int?> Votes { get; set; } = [];

        [Display(Name = "另选人"), StringLength(400)]
        public string? WrittenIn { get; set; }

        [Display(Name = "同意减少名额的人数")]
        public int ConsentToFewerSeats { get; set; }

        /// <summary>By person; who has no reason is counted as due.</summary>
        public Dictionary<Guid, NotCountedReason?> NotCounted { get; set; } = [];

        [Display(Name = "党组织同意不计入应到人数的日期")]
        public DateOnly? ConsentedOn { get; set; }
    }

    public sealed record View(Election Election, PlacedMeeting Placed);

    public sealed record Kept(Election Election, string Changes);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var election = await db.FindElection(id, ct);
        return new(election, await db.DemandMeeting(election.MeetingId, kinds, actor, MeetingsCapability.Record, ct));
    }

    public Task<Result<Kept>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Kept>(async (db, ct) =>
    {
        var (election, placed) = await Open(id, ct);
        if (election.Version != form.Version) throw new Stale(nameof(Election));
        var writtenIn = WrittenNames.Read(form.WrittenIn, await db.EligibleIn(placed.Unit, placed.Meeting.HeldOn, ct));
        if (writtenIn.Refusal is { } unread) return unread;

        var votes = form.Votes.ToDictionary(v => v.Key, v => v.Value ?? 0);
        var notCounted = form.NotCounted.Where(n => n.Value is not null).ToDictionary(n => n.Key, n => n.Value!.Value);
        var count = new BallotCount(form.Issued!.Value, form.Collected!.Value, form.Void, form.ConsentToFewerSeats, votes, writtenIn.Value!, notCounted, form.ConsentedOn)
        {
            IsCertain = form.Certain,
        };
        if (election.Tally(placed.Meeting, count, placed.Unit.Kind is UnitKind.Branch, actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.election.count", election);
        return new Kept(election, await db.StateElection(election, placed.Meeting, ct));
    }, ct);
}

/// <summary>Names that were written onto ballots, one to a line with its votes: 王小林 3.</summary>
internal static class WrittenNames
{
    public static Result<IReadOnlyList<(Eligible Who, int Votes)>> Read(string? text, IReadOnlyList<Eligible> eligible)
    {
        List<(Eligible, int)> read = [];
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split([' ', '\u3000', '\t', '，', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words is not [var name, var number] || !int.TryParse(number.TrimEnd('票'), out var votes)) return Wrong($"“{line}”看不懂，请写成“姓名 票数”，一行一人");
            var called = eligible.Where(e => e.Name == name).ToList();
            if (called.Count != 1) return Wrong(called.Count == 0 ? $"{name}不在可以被选举的正式党员中" : $"有 {called.Count} 位{name}，请列为候选人后再计票");
            read.Add((called[0], votes));
        }
        return read;

        static Result<IReadOnlyList<(Eligible Who, int Votes)>> Wrong(string message) => new Refusal(nameof(CountElection.Form.WrittenIn), message);
    }
}
