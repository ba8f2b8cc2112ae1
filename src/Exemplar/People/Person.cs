namespace Exemplar.People;

public enum Sex
{
    [Display(Name = "男")] Male,
    [Display(Name = "女")] Female,
}

/// <summary>Standing of a Party member. A person without one is a colleague 干部职工.</summary>
public enum MemberStatus
{
    [Display(Name = "正式党员")] Full,
    [Display(Name = "预备党员")] Probationary,
    [Display(Name = "留党察看")] OnProbationInParty,
}

/// <summary>
/// Somebody of the office. Nothing is stored that no rule or view uses: no ID number, phone, pay or address.
/// People are told apart by name, birth month and join date.
/// </summary>
public sealed class Person : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public Sex? Sex { get; set; }

    /// <summary>First day of the month of birth.</summary>
    public DateOnly? BirthMonth { get; set; }
    public DateOnly? JoinedOn { get; set; }
    public DateOnly? ConfirmedOn { get; set; }
    public MemberStatus? Status { get; set; }
    public bool IsRetired { get; set; }
    public int Version { get; set; }
    public List<Membership> Memberships { get; init; } = [];

    public bool IsMember => Status is not null;
}

/// <summary>A person belongs to one branch (if a member) and to one department, each for a time.</summary>
public sealed class Membership : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    Guid IPartOf.RecordId => PersonId;
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("People");
        table.Property(p => p.Name).HasMaxLength(40);
        table.Ignore(p => p.IsMember);
        table.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.PersonId);
        table.HasIndex(p => new { p.Name, p.Id });
    }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("Memberships");
        table.HasOne<Organization.Unit>().WithMany().HasForeignKey(m => m.UnitId);
        table.HasIndex(m => new { m.UnitId, m.PersonId });
    }
}
