using Exemplar.Organization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
public sealed class ImportTogetherPage(ImportTogether together, MeetingKinds kinds) : RegisterPage(kinds)
{
    public const int MostRows = 20;
    private HashSet<(Guid, string, DateOnly)> completed = [];

    private const string Here = "/meetings/past/together";

    public IReadOnlyList<ImportTogether.Part> Parts { get; private set; } = [];
    public override IEnumerable<(Guid Id, string FileName, PastPlan Plan)> Files => Parts.Select(p => (p.Id, p.FileName, p.Plan));

    /// <summary>What the registers bring, by unit in organization order and by year.</summary>
    public IEnumerable<(Unit Unit, int Year, ILookup<string, PlannedMeeting> ByKind)> Brought =>
        from meeting in Plans.SelectMany(p => p.Ready)
        group meeting by (meeting.Unit!.Id, meeting.Days!.Value.First.Year) into of
        orderby of.First().Unit!.Order, of.Key.Year
        select (of.First().Unit!, of.Key.Year, of.ToLookup(m => m.Kind!.Name));

    /// <summary>Rows of one file that no word clears.</summary>
    public static IEnumerable<PlannedMeeting> ByRow(PastPlan plan) => plan.Meetings.Where(m => m.State is PastState.Doubtful && !IsAskedAbove(plan, m));

    /// <summary>Neither its own file nor a later one says how many came.</summary>
    public bool IsSilent(PlannedMeeting meeting) => meeting.Found.Numbers is { Due: null, Present: null } && !completed.Contains(KeyOf(meeting));

    private static (Guid, string, DateOnly) KeyOf(PlannedMeeting meeting) => (meeting.Unit!.Id, meeting.Kind!.Key, meeting.Days!.Value.First);

    /// <summary>With the file's name, since rows of several stand together.</summary>
    public static IEnumerable<(string Place, string Sentence)> Remarks(ImportTogether.Part part) =>
    [
        .. part.Plan.Remarks.Select(r => ($"《{part.FileName}》{(r.Sheet.Length > 0 ? PastRemark.Place(r.Sheet, r.Row, r.Column) : "")}", r.Sentence)),
        .. part.Plan.Reading.Private.Count > 0 ? [($"《{part.FileName}》", $"略去不存的列：{string.Join("、", part.Plan.Reading.Private)}")] : Array.Empty<(string, string)>(),
        .. part.Plan.Reading.Unused.Count > 0 ? [($"《{part.FileName}》", $"没有用到的列：{string.Join("、", part.Plan.Reading.Unused)}")] : Array.Empty<(string, string)>(),
    ];

    protected override async Task Open(CancellationToken ct)
    {
        Parts = await together.Preview(ct);
        Look([.. Parts.Select(p => p.Plan)]);
        completed = [.. Plans.SelectMany(p => p.Completing).Select(KeyOf)];
    }

    public IActionResult OnGet() => Parts.Count > 0 ? Page() : LocalRedirect("/meetings/past");

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Parts.Count == 0) return NoneLeft();
        var answer = Form.Choice switch
        {
            ImportRegister.Choice.GiveUp => await Save(() => together.GiveUp(ct), _ => Saved("/meetings/past", "已取消，这些文件的内容没有保留")),
            ImportRegister.Choice.Groups => await SetUp(ct),
            ImportRegister.Choice.Confirm when !Asked.IsToldBy(Form.Answers) && !Parts.Any(p => p.Plan.IsOtherThan(Form.UnitOf(p.Id))) => await Save(() => together.Handle(Parts, Form, ct), done => Saved(Parts.Any(p => !p.Brings && p.Plan.Count(PastState.Doubtful) > 0) ? Here : "/meetings", $"已导入：{done.InWords}")),
            _ => await Save(() => together.Say(Parts, Form, ct), _ => Saved(Here, "已按您选的重新核对，看过再确认")),
        };
        if (answer is not PageResult) return answer;

        await Open(ct);   // refused: what it is now
        return Parts.Count > 0 ? answer : NoneLeft();
    }

    /// <summary>Pressed twice, or in two windows: what became of them stands in the list there.</summary>
    private IActionResult NoneLeft() => Saved("/meetings/past", "没有等着核对的了：已经导入，或者取消了；导入了的列在下面");

    /// <summary>What was chosen on the page beside it is kept.</summary>
    private async Task<IActionResult> SetUp(CancellationToken ct) => await together.Say(Parts, Form, ct) is { Refusal: { } refusal }
        ? await Save(() => Task.FromResult<Result<int>>(refusal), _ => Page())
        : await Save(() => together.SetUp(Parts, Form.GroupsOf, ct), founded => Saved(Here, founded.Count > 0 ? $"已设立：{string.Join('、', founded)}" : "已经设立了"));
}
