using System.Text.Json;
using System.Text.Json.Serialization;
using Exemplar.Organization;

namespace Exemplar.Meetings;

/// <summary>Who is due at a meeting of a kind.</summary>
public enum DueCircle
{
    /// <summary>The Party members of the branch.</summary>
    Members,

    /// <summary>Who holds a post in the unit: its committee.</summary>
    Committee,

    /// <summary>The members of a Party group; nobody's group is stored, so the group's last meeting says who they are.</summary>
    Group,

    /// <summary>Who holds a post in the unit: its leading body.</summary>
    Leadership,

    /// <summary>The leading body; others are invited by name.</summary>
    LeadershipAndInvited,

    /// <summary>The committee and the secretaries of the branches below it.</summary>
    Secretaries,

    /// <summary>Those whom rules want trained: holders of posts in the unit and below, probationary members, and those confirmed within a year.</summary>
    Trainees,
}

/// <summary>The stretch that meetings of a kind are counted in; 30 days after its end a record is frozen.</summary>
public enum CountedPeriod
{
    Month,
    Quarter,
    Year,
}

/// <summary>A kind of meeting, as data of <c>rules/meetings/kinds.json</c> (facts of the domain, 1.3).</summary>
/// <param name="UnitKinds">The units in which it is held.</param>
/// <param name="CountsHours">Whether who was present gains study hours.</param>
/// <param name="KeepsText">False where text is often a work secret: only date, roll, steps done and the paper's archive number are kept.</param>
/// <param name="MayCountBefore">Whether one held in January to March may count for the year before.</param>
/// <param name="Steps">What is done before and after it, in order; empty where a meeting is just held.</param>
/// <param name="Agenda">Usual lines of its agenda.</param>
/// <param name="Chair">The post whose holder usually chairs; the first of them that is held in the unit.</param>
public sealed record MeetingKind(string Key, string Name, string Source, IReadOnlyList<UnitKind> UnitKinds, DueCircle Due, CountedPeriod Period,
    bool CountsHours, bool KeepsText, bool MayCountBefore, IReadOnlyList<string> Steps, IReadOnlyList<string> Agenda, IReadOnlyList<PostKind> Chair)
{
    public const string Members = "members";
    public const string Committee = "committee";
    public const string Group = "group";
    public const string Lecture = "lecture";
    public const string PartyDay = "party-day";
    public const string OrgLife = "org-life";
    public const string Appraisal = "appraisal";
    public const string DemocraticLife = "democratic-life";
    public const string Leadership = "leadership";
    public const string StudyGroup = "study-group";
    public const string Talks = "talks";
    public const string Reporting = "reporting";
    public const string Training = "training";

    private const int DaysUntilFrozen = 30;

    /// <summary>党组会 and 支委会 open with the 第一议题 (local rule).</summary>
    public bool MayOpenWithFirstTopic => Key is Leadership or Committee;

    /// <summary>A 党组 takes up full and strict Party discipline as a special item every half-year.</summary>
    public bool MayTakeUpStrictness => Key is Leadership;

    /// <summary>What one line of its record is called.</summary>
    public string WordForItem => Key switch { Lecture => "授课内容", PartyDay => "活动内容", Training or StudyGroup => "学习内容", _ => "议题" };

    /// <summary>What is written beneath such a line.</summary>
    public string WordForDiscussion => Key switch { Lecture => "授课和讨论要点", PartyDay => "活动情况", Training or StudyGroup => "学习和发言要点", _ => "发言和讨论要点" };

    /// <summary>One confirmation a year and no row for each talk: the roll holds the exceptions only.</summary>
    public bool IsConfirmation => Key is Talks;

    /// <summary>What is said there is criticism of named people: it stays in its minutes and is copied nowhere else.</summary>
    public bool HearsCriticism => Key is OrgLife or Appraisal;

    /// <summary>The first day on which a record that counts on <paramref name="day"/> is frozen.</summary>
    public DateOnly FrozenFrom(DateOnly day) => LastDayOf(day).AddDays(DaysUntilFrozen + 1);

    private DateOnly LastDayOf(DateOnly day) => Period switch
    {
        CountedPeriod.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1),
        CountedPeriod.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(3).AddDays(-1),
        _ when MayCountBefore => new(day.Year + 1, 3, 31),   // the year's notice may set the session as late as this
        _ => new(day.Year, 12, 31),
    };
}

/// <summary>The kinds of meetings in the order of the file.</summary>
public sealed class MeetingKinds(IReadOnlyList<MeetingKind> kinds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public IReadOnlyList<MeetingKind> All => kinds;

    public IEnumerable<MeetingKind> In(UnitKind unit) => kinds.Where(k => k.UnitKinds.Contains(unit));

    public MeetingKind? Find(string? key) => kinds.FirstOrDefault(k => k.Key == key);

    /// <summary>What a fact that a meeting stated is called: 支部党员大会, 讲党课.</summary>
    public string NameOfFact(string fact) => Find(fact.Split('.')[^1])?.Name ?? fact switch
    {
        "lectured" => "讲党课",
        "first-topic" => "第一议题",
        "trained" => "参加集中培训",
        "discussed.strictness" => "专题研究全面从严治党",
        _ => "会议记录",
    };

    /// <summary>The kind of a kept meeting; throws when the data lost it.</summary>
    public MeetingKind Of(Meeting meeting) => Find(meeting.Kind) ?? throw new InvalidOperationException($"rules/meetings/kinds.json has no kind {meeting.Kind}");

    public static MeetingKinds Read() => new(JsonSerializer.Deserialize<List<MeetingKind>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "meetings", "kinds.json")), Json)!);
}
