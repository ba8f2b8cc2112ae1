using Exemplar.Organization;
using Exemplar.Platform.Web;
using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
public sealed partial class Person : IRecord, IVersioned, IMovesStandings
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name
    {
        get;
        set => (field, NameOrder) = (value, PinyinOrder.KeyOf(value));
    }

    /// <summary>The name's place by pinyin: lists of people stand in this order.</summary>
    public string NameOrder { get; private set; } = "";

    public Sex? Sex { get; set; }

    /// <summary>First day of the month of birth.</summary>
    public DateOnly? BirthMonth { get; set; }
    public PartialDate? JoinedOn { get; set; }
    public PartialDate? ConfirmedOn { get; set; }
    public MemberStatus? Status { get; set; }
    public bool IsRetired { get; set; }
    public int Version { get; set; }
    public List<Membership> Memberships { get; init; } = [];

    IEnumerable<Guid> IMovesStandings.Touches => [Id, .. Memberships.Select(m => m.UnitId)];

    public bool IsMember => Status is not null;
    public bool HasLeft => Memberships.Count > 0 && Memberships.All(m => m.To is not null);

    public static Result<Person> Register(Guid id, PersonFacts facts, Unit? branch, Unit? department, DateOnly from, DateOnly today)
    {
        var person = new Person { Id = id, Name = "" };
        if ((person.Correct(facts, today) ?? person.Move(branch, department, from, today)) is { } refusal) return refusal;
        return person;
    }

    public Refusal? Correct(PersonFacts facts, DateOnly today)
    {
        if (facts.Refuse(today, wasMember: StatusChanges.Exists(c => c.Was is not null)) is { } refusal) return refusal;
        (Name, Sex, BirthMonth, JoinedOn, ConfirmedOn, Status, IsRetired) = facts;
        return null;
    }

    /// <summary>Belongs to this branch and this department from <paramref name="on"/>; what changes ends the day before, and what lasts already began then if nothing else lasted that day.</summary>
    public Refusal? Move(Unit? branch, Unit? department, DateOnly on, DateOnly today)
    {
        if (IsMember && branch is null) return new Refusal("Branch", "党员须编入一个支部");
        if (!IsMember && branch is not null) return new Refusal("Branch", "不是党员，不编入支部");
        if (branch is null && department is null) return new Refusal("Department", "请选择科室");
        if (branch is { TakesMembers: false }) return new Refusal("Branch", $"{branch.Kind.Name()}不直接编入党员");
        if (department is { IsParty: true }) return new Refusal("Department", "科室一栏请选择行政单位");
        if (branch?.DissolvedOn is not null) return new Refusal("Branch", "这个支部已撤销");
        if (department?.DissolvedOn is not null) return new Refusal("Department", "这个科室已撤销");

        var wanted = new[] { branch?.Id, department?.Id }.OfType<Guid>().ToList();
        if (EndMemberships(m => !wanted.Contains(m.UnitId), on, today) is { } refusal) return refusal;
        foreach (var (membership, from) in Earlier(branch, department, on)) membership.From = from;
        foreach (var unit in wanted.Where(w => Memberships.All(m => m.UnitId != w || m.To is not null)))
            Memberships.Add(new() { PersonId = Id, UnitId = unit, From = unit == branch?.Id ? InParty(on) : on });
        return null;
    }

    /// <summary>Which of the memberships that last would begin sooner if somebody belonged there on that day already: a roster of an earlier day says so.</summary>
    public List<(Membership Membership, DateOnly From)> Earlier(Unit? branch, Unit? department, DateOnly on) =>
        [.. Memberships.Where(m => m.To is null && (m.UnitId == branch?.Id || m.UnitId == department?.Id))
            .Select(m => (Membership: m, From: m.UnitId == branch?.Id ? InParty(on) : on))
            .Where(sooner => sooner.From < sooner.Membership.From && Memberships.TrueForAll(m => m.To is null || m.To < sooner.From))];

    /// <summary>Nobody belongs to a branch before they joined the Party.</summary>
    private DateOnly InParty(DateOnly on) => JoinedOn is { } joined && joined.First > on ? joined.First : on;

    /// <summary>Belongs to the one unit instead of the other from <paramref name="on"/>, when units are merged or split.</summary>
    public Refusal? GoOver(Unit from, Unit to, DateOnly on, DateOnly today)
    {
        if (EndMemberships(m => m.UnitId == from.Id, on, today) is { } refusal) return refusal;
        if (Memberships.TrueForAll(m => m.UnitId != to.Id || m.To is not null)) Memberships.Add(new() { PersonId = Id, UnitId = to.Id, From = on });
        return null;
    }

    /// <summary>调离: belongs nowhere from <paramref name="on"/>. Facts and history stay.</summary>
    public Refusal? Leave(DateOnly on, DateOnly today) =>
        HasLeft ? new Refusal("已经调离") : EndMemberships(_ => true, on, today);

    private Refusal? EndMemberships(Func<Membership, bool> ends, DateOnly on, DateOnly today)
    {
        if (on > today) return new Refusal("On", "日期不能在今天之后");
        var ending = Memberships.Where(m => m.To is null && ends(m)).ToList();
        if (ending.FirstOrDefault(m => on < m.From) is { } later) return new Refusal("On", $"日期不能早于上一次变动 {later.From.Iso()}");
        foreach (var membership in ending)
        {
            if (membership.From == on) Memberships.Remove(membership);   // it never lasted a day: a correction
            else membership.To = on.AddDays(-1);
        }
        return null;
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("People");
        table.Property(p => p.Name).HasMaxLength(40);
        table.Property(p => p.JoinedOn).HasConversion<Stored>().HasMaxLength(10);
        table.Property(p => p.ConfirmedOn).HasConversion<Stored>().HasMaxLength(10);
        table.Ignore(p => p.IsMember);
        table.Ignore(p => p.HasLeft);
        table.Ignore(p => p.Facts);
        table.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.PersonId);
        table.HasMany(p => p.StatusChanges).WithOne().HasForeignKey(c => c.PersonId);
        table.Navigation(p => p.StatusChanges).AutoInclude();   // whoever loads a person to change them logs them whole
        table.Property(p => p.NameOrder).HasMaxLength(200);
        table.HasIndex(p => new { p.Name, p.Id });
    }

    private sealed class Stored() : ValueConverter<PartialDate, string>(date => date.ToString(), stored => PartialDate.FromStored(stored));
}
