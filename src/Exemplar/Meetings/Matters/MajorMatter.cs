using Exemplar.Organization;

namespace Exemplar.Meetings.Matters;

/// <summary>三重一大, as offices list it.</summary>
public enum MatterKind
{
    [Display(Name = "重大决策")] Decision,
    [Display(Name = "重要人事任免")] Personnel,
    [Display(Name = "重大项目安排")] Project,
    [Display(Name = "大额资金使用")] Funds,
    [Display(Name = "发展党员、处分等党内事项")] Party,
    [Display(Name = "其他重大事项")] Other,
}

/// <summary>
/// A matter that a body must decide together (民主集中制): consulted on beforehand, put on an agenda, decided by one vote of
/// its own. Of a Party leadership group nothing but the title and the paper's archive number is kept.
/// </summary>
public sealed class MajorMatter : IRecord, IVersioned
{
    public const int LongestTitle = 100;
    public const int LongestBasis = 100;
    public const int LongestNumber = 60;

    public Guid Id { get; private init; }
    public Guid UnitId { get; private set; }
    public string Title { get; private init; } = "";
    public MatterKind Kind { get; private init; }

    /// <summary>Which rule or document makes it a major one.</summary>
    public string Basis { get; private init; } = "";
    public string ArchiveNumber { get; private init; } = "";
    public DateTimeOffset EnteredAt { get; private init; }

    /// <summary>Where it is put: the meeting and, where text is kept, the item of its agenda.</summary>
    public Guid? MeetingId { get; private set; }
    public Guid? ItemId { get; private set; }
    public int Version { get; set; }
    public List<Consultation> Consultations { get; private init; } = [];

    /// <summary>Whether its words may be kept.</summary>
    public static bool KeepsText(UnitKind unit) => unit is not UnitKind.PartyLeadershipGroup;

    /// <summary>The bodies that keep such a list.</summary>
    public static bool IsKeptBy(UnitKind unit) => unit is UnitKind.PartyLeadershipGroup or UnitKind.Committee or UnitKind.GeneralBranch or UnitKind.Branch;

    public static Result<MajorMatter> Enter(Guid id, Unit unit, string title, MatterKind kind, string basis, string archiveNumber, Act by)
    {
        if (unit.DissolvedOn is not null) return new Refusal("单位已撤销");
        if (!IsKeptBy(unit.Kind)) return new Refusal($"{unit.Kind.Name()}没有重大事项清单");
        var keeps = KeepsText(unit.Kind);
        if (keeps && string.IsNullOrWhiteSpace(basis)) return new Refusal(nameof(Basis), "请填写依据，如议事规则第几条");
        if (!keeps && string.IsNullOrWhiteSpace(archiveNumber)) return new Refusal(nameof(ArchiveNumber), "党组的事项只存名称和档案号，请填写档案号");
        return new MajorMatter { Id = id, UnitId = unit.Id, Title = title.Trim(), Kind = kind, Basis = keeps ? basis.Trim() : "", ArchiveNumber = archiveNumber.Trim(), EnteredAt = by.At };
    }

    /// <summary>移交: the unit was merged into another, which decides it.</summary>
    public void HandOver(Guid to) => UnitId = to;

    /// <summary>会前征求意见</summary>
    /// <param name="with">With whom, in words; dropped where no text is kept.</param>
    public Refusal? Consult(DateOnly on, string with, DateOnly today, bool keepsText, bool isDecided)
    {
        if (isDecided) return new("这一事项已经表决，不能再补会前征求意见");
        if (on > today) return new(nameof(Consultation.On), "征求意见的日期不能在今天之后");
        if (keepsText && string.IsNullOrWhiteSpace(with)) return new(nameof(Consultation.With), "请写明征求了哪些人的意见");
        Consultations.Add(new() { MatterId = Id, On = on, With = keepsText ? with.Trim() : "" });
        return null;
    }

    /// <summary>列入议程. It may be put elsewhere until it is decided.</summary>
    public Refusal? Put(Meeting meeting, Guid? item, bool isTaken, bool isDecided)
    {
        if (isDecided) return new("这一事项已经表决，不能再改议程");
        if (meeting.UnitId != UnitId) return new("Item", "请从列表中选择");
        if (meeting.State is MeetingState.Locked or MeetingState.CalledOff or MeetingState.Voided) return new("Item", $"会议{meeting.State.Name()}，不能列入");
        if (isTaken) return new("Item", "这一议题已经对应另一件重大事项，一事一议");
        (MeetingId, ItemId) = (meeting.Id, item);
        return null;
    }
}

/// <summary>Who was asked before the meeting, and when.</summary>
public sealed class Consultation : IPartOf
{
    public const int LongestWith = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MatterId { get; init; }
    public required DateOnly On { get; init; }
    public required string With { get; init; }

    Guid IPartOf.RecordId => MatterId;
}

internal sealed class MajorMatterTable : IEntityTypeConfiguration<MajorMatter>
{
    public void Configure(EntityTypeBuilder<MajorMatter> table)
    {
        table.ToTable("MajorMatters");
        table.Property(m => m.Title).HasMaxLength(MajorMatter.LongestTitle);
        table.Property(m => m.Basis).HasMaxLength(MajorMatter.LongestBasis);
        table.Property(m => m.ArchiveNumber).HasMaxLength(MajorMatter.LongestNumber);
        table.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
        table.HasOne<Meeting>().WithMany().HasForeignKey(m => m.MeetingId);
        table.HasOne<AgendaItem>().WithMany().HasForeignKey(m => m.ItemId);
        table.HasMany(m => m.Consultations).WithOne().HasForeignKey(c => c.MatterId);
        table.HasIndex(m => m.ItemId).IsUnique();
    }
}

internal sealed class ConsultationTable : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> table)
    {
        table.ToTable("MatterConsultations");
        table.Property(c => c.With).HasMaxLength(Consultation.LongestWith);
    }
}
