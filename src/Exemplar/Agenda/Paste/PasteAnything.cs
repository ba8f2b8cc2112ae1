using Exemplar.Campaigns;
using Exemplar.Documents.Templates;
using Exemplar.Meetings;
using Exemplar.Meetings.Planning;
using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Agenda.Paste;

/// <summary>Somebody pastes whatever they have; the page says what it takes it for and why, and hands it to the page that it belongs to. Nothing is kept here.</summary>
public sealed class PasteAnything(AppDb db, Actor actor, MeetingKinds kinds, TimeProvider clock)
{
    public const int Longest = 500_000;
    private const int DaysBack = 45, DaysAhead = 14, MostPlaces = 8;

    public sealed class Form
    {
        [Display(Name = "贴在这里"), Required(ErrorMessage = "请先贴上内容"), StringLength(Longest)]
        public string? Pasted { get; set; }
    }

    /// <summary>A button: the form's page, and what is on it.</summary>
    /// <param name="Address">Takes the text as <c>Form.Pasted</c>; without <paramref name="TakesText"/> a page to be opened beside this one.</param>
    public sealed record Door(string Address, string Text, bool TakesText);

    /// <param name="Why">Null for one that is offered without being guessed.</param>
    public sealed record Offer(PasteTarget Target, string? Why, IReadOnlyList<Door> Doors);

    /// <param name="Guessed">The likeliest first; those that the reader may not use are named without a door.</param>
    /// <param name="Others">What else the reader may do with a text.</param>
    public sealed record View(IReadOnlyList<Offer> Guessed, IReadOnlyList<Offer> Others);

    public void Open() => actor.Demand(AgendaCapability.Paste);

    public async Task<View> Read(string text, CancellationToken ct)
    {
        Open();
        var guesses = PasteReading.Read(text);
        List<Offer> guessed = [], others = [];
        foreach (var guess in guesses) guessed.Add(new(guess.Target, guess.Why, await DoorsOf(guess.Target, text, ct)));
        foreach (var target in Enum.GetValues<PasteTarget>().Where(t => guesses.All(g => g.Target != t)))
            if (await DoorsOf(target, text, ct) is { Count: > 0 } doors) others.Add(new(target, null, doors));
        return new(guessed, others);
    }

    private async Task<IReadOnlyList<Door>> DoorsOf(PasteTarget target, string text, CancellationToken ct) => target switch
    {
        PasteTarget.Roster when actor.May(PeopleCapability.Import) => [new("/people/import?handler=Paste", "导入名册", true)],
        PasteTarget.Register when actor.May(MeetingsCapability.Record) => [new("/meetings/past?handler=Paste", "导入以前的会议", true)],
        PasteTarget.RollCall when actor.May(MeetingsCapability.Record) => await Meetings(text, ct),
        PasteTarget.Notice when actor.May(MeetingsCapability.Plan) => [new("/meetings/new?handler=Paste", "安排这次会议", true)],
        PasteTarget.Plan when actor.May(CampaignsCapability.Review) => await Campaigns(ct),
        PasteTarget.Form when actor.May(FormsCapability.Fill) => [new("/forms/new", "去交空表文件（这里只收文件）", false)],
        _ => [],
    };

    /// <summary>
    /// Meetings that may still want their list: planned and due by now or soon, or held of late and not signed. First the one whose people
    /// the list names, on the day and of the kind that it says, then the nearest day.
    /// </summary>
    private async Task<IReadOnlyList<Door>> Meetings(string text, CancellationToken ct)
    {
        var today = clock.Today();
        var said = MeetingNotice.Read(text, today);
        var branches = await BranchesOf(PasteReading.NamesIn(text), ct);
        var near = await db.Meetings.IgnoreAutoIncludes().Where(m => (m.State == MeetingState.Planned || m.State == MeetingState.Held) && (m.HeldOn == said.On || (m.HeldOn >= today.AddDays(-DaysBack) && m.HeldOn <= today.AddDays(DaysAhead))))
            .Join(db.Units.Where(actor, MeetingsCapability.Record), m => m.UnitId, u => u.Id, (m, u) => new { m.Id, m.Kind, m.HeldOn, m.State, u.Name, u.Order, u.Path }).ToListAsync(ct);
        var nearest = near.Where(m => kinds.Find(m.Kind) is { IsConfirmation: false }).OrderByDescending(m => (branches.Count(m.Path.StartsWith) * 2 > branches.Count ? 4 : 0) + (m.HeldOn == said.On ? 2 : 0) + (m.Kind == said.Kind ? 1 : 0)).ThenBy(m => m.State is MeetingState.Planned ? 0 : 1).ThenBy(m => Math.Abs(m.HeldOn.DayNumber - today.DayNumber)).ThenBy(m => m.Order, StringComparer.Ordinal).Take(MostPlaces);
        List<Door> doors = [.. nearest.Select(m => new Door($"/meetings/{m.Id}/record?handler=Paste", $"{m.Name} {kinds.Find(m.Kind)!.Name}（{m.HeldOn.Month}月{m.HeldOn.Day}日）", true))];
        if (actor.May(MeetingsCapability.Plan)) doors.Add(new("/meetings/new", doors.Count == 0 ? "先登记这次会议，再回来贴" : "都不是：登记一次会议，再回来贴", false));
        return doors;
    }

    /// <summary>The path of its branch for every name that somebody on the roster has; one that several have counts for each of them.</summary>
    private async Task<List<string>> BranchesOf(IReadOnlyList<string> names, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.Memberships.Where(m => m.From <= today && (m.To == null || m.To >= today) && db.People.Any(p => p.Id == m.PersonId && names.Contains(p.Name)))
            .Join(db.Units.Where(actor, MeetingsCapability.Record), m => m.UnitId, u => u.Id, (m, u) => u.Path).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Door>> Campaigns(CancellationToken ct)
    {
        var open = await db.Campaigns.Where(c => db.Units.Where(actor, CampaignsCapability.Review).Any(u => u.Id == c.HostId)).OrderByDescending(c => c.Id).Take(MostPlaces).Select(c => new { c.Id, c.Title }).ToListAsync(ct);
        List<Door> doors = [.. open.Select(c => new Door($"/campaigns/{c.Id}/plan?handler=Paste", $"交给“{c.Title}”读取", true))];
        if (doors.Count == 0 && actor.May(CampaignsCapability.Open)) doors.Add(new("/campaigns/new", "先开展一次创建活动，再回来贴", false));
        return doors;
    }
}
