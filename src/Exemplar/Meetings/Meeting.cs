using Exemplar.Organization;
using Exemplar.Platform.Search;

namespace Exemplar.Meetings;

public enum MeetingState
{
    [Display(Name = "待召开")] Planned,
    [Display(Name = "已召开")] Held,
    [Display(Name = "已签字")] Locked,
    [Display(Name = "已取消")] CalledOff,

    /// <summary>Recorded by mistake: it stays with its reason and counts nowhere.</summary>
    [Display(Name = "作废")] Voided,
}

/// <summary>
/// One meeting from its plan to its signed page. What happened to it stands in <see cref="Steps"/>; the state is where they
/// lead. What it says to the rules are facts (<c>held.members</c>, <c>attended.members</c>, <c>hours</c>).
/// </summary>
public sealed partial class Meeting : IVersioned, ISearched
{
    public const string SearchKind = "meetings";

    public Guid Id { get; private init; }

    /// <summary>A key of <c>rules/meetings/kinds.json</c>.</summary>
    public string Kind { get; private init; } = "";
    public Guid UnitId { get; private set; }

    /// <summary>Meetings that were planned in one go carry the same.</summary>
    public Guid? SeriesId { get; private init; }

    /// <summary>The day for which it is planned, and once it was held, on which it was.</summary>
    public DateOnly HeldOn { get; private set; }
    public TimeOnly? StartsAt { get; private set; }
    public TimeOnly? EndsAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>Empty for kinds that keep no text.</summary>
    public string Topic { get; private set; } = "";
    public Guid? ChairId { get; private set; }
    public Guid? RecorderId { get; private set; }

    /// <summary>Who gave the lecture, when it was somebody of the roster.</summary>
    public Guid? LecturerId { get; private set; }

    /// <summary>The year it is counted in, which a few kinds may choose when held in January to March.</summary>
    public int CountsFor { get; private set; }

    /// <summary>Study hours of whoever was present, in tenths; 0 for kinds without.</summary>
    public int StudyTenths { get; private set; }

    /// <summary>It opened with the 第一议题.</summary>
    public bool FirstTopic { get; private set; }

    /// <summary>It took up 全面从严治党 as a special item (MTG-12).</summary>
    public bool OnStrictness { get; private set; }

    /// <summary>Where its paper lies, when it was signed on paper or keeps no text.</summary>
    public string ArchiveNumber { get; private set; } = "";
    public MeetingState State { get; private set; }

    /// <summary>When they signed what stands here; a correction takes both back.</summary>
    public DateTimeOffset? ChairSignedAt { get; private set; }
    public DateTimeOffset? RecorderSignedAt { get; private set; }

    /// <summary>When it was first recorded as held: seen beside <see cref="HeldOn"/> inside the office, never above it.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }
    public int Version { get; set; }

    public List<RollEntry> Roll { get; private init; } = [];
    public List<MeetingGuest> Guests { get; private init; } = [];
    public List<AgendaItem> Agenda { get; private init; } = [];
    public List<DecisionReview> Reviews { get; private init; } = [];
    public List<GuidedStep> Guided { get; private init; } = [];
    public List<MeetingStep> Steps { get; private init; } = [];

    /// <summary>One, when it was taken over from a register.</summary>
    public List<MeetingOrigin> Origins { get; private init; } = [];

    /// <summary>The day on which the rules count it.</summary>
    public DateOnly CountsOn => CountsFor == HeldOn.Year ? HeldOn : new(CountsFor, 12, 31);

    /// <summary>It took place and is on record.</summary>
    public bool WasHeld => State is MeetingState.Held or MeetingState.Locked;

    /// <summary>Kinds that keep no text have none here either: neither a topic nor an agenda is ever written to them.</summary>
    SearchText? ISearched.Searched => new($"{SearchKind}/{Kind}", UnitId, HeldOn, string.Join('\n', [Topic, .. Agenda.OrderBy(i => i.Number).SelectMany(i => (string[])[i.Title, i.Discussion, i.Decision])]));

    private void Add(MeetingStepKind kind, Act by, string text = "", DateOnly? date = null) => Steps.Add(MeetingStep.Of(Id, kind, by, text, date));
}

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> table)
    {
        table.ToTable("Meetings");
        table.Property(m => m.Kind).HasMaxLength(32);
        table.Property(m => m.Place).HasMaxLength(Meeting.LongestPlace);
        table.Property(m => m.Topic).HasMaxLength(Meeting.LongestTopic);
        table.Property(m => m.ArchiveNumber).HasMaxLength(Meeting.LongestNumber);
        table.Ignore(m => m.CountsOn);
        table.Ignore(m => m.WasHeld);
        table.Ignore(m => m.AnnouncedOn);
        table.Ignore(m => m.Origin);
        table.Ignore(m => m.IsAsImported);
        table.Ignore(m => m.Numbers);
        table.Ignore(m => m.NoticedOn);
        table.Ignore(m => m.WasSigned);
        table.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
        table.HasMany(m => m.Roll).WithOne().HasForeignKey(r => r.MeetingId);
        table.HasMany(m => m.Guests).WithOne().HasForeignKey(g => g.MeetingId);
        table.HasMany(m => m.Agenda).WithOne().HasForeignKey(i => i.MeetingId);
        table.HasMany(m => m.Reviews).WithOne().HasForeignKey(r => r.MeetingId);
        table.HasMany(m => m.Guided).WithOne().HasForeignKey(s => s.MeetingId);
        table.HasMany(m => m.Steps).WithOne().HasForeignKey(s => s.MeetingId);
        table.HasMany(m => m.Origins).WithOne().HasForeignKey(o => o.MeetingId);
        table.Navigation(m => m.Origins).AutoInclude();   // whoever loads a meeting to change it must know where it came from
        table.HasIndex(m => new { m.UnitId, m.HeldOn });
        table.HasIndex(m => new { m.HeldOn, m.Id });
        table.HasIndex(m => m.SeriesId);
    }
}
