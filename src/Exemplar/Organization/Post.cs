using Exemplar.Platform.Web;
using Exemplar.Rules.Standings;

namespace Exemplar.Organization;

public enum PostKind
{
    [Display(Name = "组长")] GroupLeader,
    [Display(Name = "副组长")] DeputyGroupLeader,
    [Display(Name = "成员")] GroupMember,
    [Display(Name = "办公室主任")] OfficeDirector,
    [Display(Name = "党组书记")] LeadershipSecretary,
    [Display(Name = "党组成员")] LeadershipMember,
    [Display(Name = "书记")] Secretary,
    [Display(Name = "副书记")] DeputySecretary,
    [Display(Name = "专职副书记")] FullTimeDeputySecretary,
    [Display(Name = "组织委员")] OrganizationMember,
    [Display(Name = "宣传委员")] PublicityMember,
    [Display(Name = "纪检委员")] DisciplineMember,
    [Display(Name = "委员")] CommitteeMember,
    [Display(Name = "党小组长")] PartyGroupLeader,
    [Display(Name = "负责人")] Head,
    [Display(Name = "副职")] DeputyHead,
}

/// <summary>A post held by a person in a unit for a time. Changing hands is an end date and a new row.</summary>
public sealed class Post : IRecord, IMovesStandings
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required PostKind Kind { get; init; }
    public required DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>The import of a sheet that it came with; null when somebody entered it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The document behind it, e.g. a letter of appointment's number.</summary>
    public string Basis { get; set; } = "";

    IEnumerable<Guid> IMovesStandings.Touches => [UnitId, PersonId];

    /// <summary>The posts that a unit of this kind has.</summary>
    public static IReadOnlyList<PostKind> KindsIn(UnitKind unit) => unit switch
    {
        UnitKind.Office or UnitKind.Department or UnitKind.Partner => [PostKind.Head, PostKind.DeputyHead],
        UnitKind.LeadingGroup => [PostKind.GroupLeader, PostKind.DeputyGroupLeader, PostKind.GroupMember],
        UnitKind.LeadingGroupOffice => [PostKind.OfficeDirector, PostKind.DeputyHead, PostKind.GroupMember],
        UnitKind.PartyLeadershipGroup => [PostKind.LeadershipSecretary, PostKind.LeadershipMember],
        UnitKind.PartyGroup => [PostKind.PartyGroupLeader],
        _ => [PostKind.Secretary, PostKind.DeputySecretary, PostKind.FullTimeDeputySecretary, PostKind.OrganizationMember, PostKind.PublicityMember, PostKind.DisciplineMember, PostKind.CommitteeMember],
    };

    /// <summary>Posts that one person holds alone: who leads is never in doubt.</summary>
    public static bool IsSole(PostKind kind) => kind is PostKind.Head or PostKind.GroupLeader or PostKind.OfficeDirector or PostKind.LeadershipSecretary
        or PostKind.Secretary or PostKind.PartyGroupLeader;

    /// <summary>Whether a sheet that says so may put its beginning back: what somebody entered by hand is not moved by one.</summary>
    public bool MayBegin(DateOnly sooner) => ImportId is not null && To is null && sooner < From;

    /// <param name="isMember">Whether the person is a Party member: Party posts are theirs.</param>
    /// <param name="held">The posts held in the unit now, by anybody.</param>
    public static Result<Post> Appoint(Guid id, Unit unit, Guid person, bool isMember, PostKind kind, DateOnly from, string basis, IReadOnlyList<Post> held, DateOnly today, Guid? import = null)
    {
        if (unit.DissolvedOn is not null) return new Refusal("单位已撤销，不能再任命");
        if (!KindsIn(unit.Kind).Contains(kind)) return new Refusal(nameof(Kind), $"{unit.Kind.Name()}没有“{kind.Name()}”这一职务");
        if (unit.IsParty && !isMember) return new Refusal("Person", "党内职务须由党员担任");
        if (from > today) return new Refusal(nameof(From), "任职日期不能在今天之后");
        if (held.Any(p => p.Kind == kind && p.PersonId == person)) return new Refusal("Person", $"已在任{kind.Name()}，不用重复登记");
        if (IsSole(kind) && held.Any(p => p.Kind == kind)) return new Refusal(nameof(Kind), $"现在已有{kind.Name()}在任，请先登记其离任");

        return new Post { Id = id, UnitId = unit.Id, PersonId = person, Kind = kind, From = from, Basis = basis.Trim(), ImportId = import };
    }

    /// <summary>更正: what was written down wrongly. What it was stands in the answer.</summary>
    /// <param name="to">Null when the person still holds it.</param>
    /// <param name="others">Posts of the same kind that others hold or held in the unit, by name.</param>
    public Result<PostCorrection> Correct(DateOnly from, DateOnly? to, string basis, string reason, IReadOnlyList<(string Name, Post Post)> others, bool isLiving, Act by)
    {
        var now = basis.Trim();
        if (from > by.Day) return new Refusal(nameof(From), "任职日期不能在今天之后");
        if (to > by.Day) return new Refusal(nameof(To), "离任日期不能在今天之后");
        if (to < from) return new Refusal(nameof(To), "离任日期不能早于任职日期");
        if (to is null && !isLiving) return new Refusal(nameof(To), "单位已撤销，请填写离任日期");
        if ((from, to, now) == (From, To, Basis)) return new Refusal("没有改动，不用保存");
        if (IsSole(Kind) && others.FirstOrDefault(o => o.Post.From <= (to ?? DateOnly.MaxValue) && (o.Post.To ?? DateOnly.MaxValue) >= from) is { Name: { } other, Post: { } held })
            return new Refusal(nameof(From), $"与{other}的任期重叠（{held.From.Iso()} 至 {held.To?.Iso() ?? "今"}），{Kind.Name()}只能有一人");
        var was = new PostCorrection { PostId = Id, WasFrom = From, WasTo = To, WasBasis = Basis, Reason = reason.Trim(), At = by.At, PersonId = by.Person };
        (From, To, Basis) = (from, to, now);
        return was;
    }

    /// <param name="on">The last day in the post.</param>
    public Refusal? End(DateOnly on, DateOnly today)
    {
        if (To is { } already) return new Refusal($"已于 {already.Iso()} 离任");
        if (on < From) return new Refusal("On", $"离任日期不能早于任职日期 {From.Iso()}");
        if (on > today) return new Refusal("On", "离任日期不能在今天之后");
        To = on;
        return null;
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> table)
    {
        table.Property(p => p.Basis).HasMaxLength(60);
        table.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        table.HasIndex(p => p.UnitId);
        table.HasIndex(p => p.PersonId);
    }
}
