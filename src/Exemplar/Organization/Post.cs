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
public sealed class Post : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required PostKind Kind { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>The document behind it, e.g. a letter of appointment's number.</summary>
    public string Basis { get; init; } = "";
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
