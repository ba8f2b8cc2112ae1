using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;

namespace Exemplar.Tests.Support;

/// <summary>
/// A small office to test in: two departments, two branches under a committee, the leading group with its office; and
/// another office beside it, from which nobody may look in.
/// </summary>
public sealed class House(TestApp app)
{
    private readonly List<object> rows = [];
    private int numbers;

    public Unit Office { get; private set; } = null!;
    public Unit GroupOffice { get; private set; } = null!;
    public Unit Committee { get; private set; } = null!;
    public Unit General { get; private set; } = null!;
    public Unit Secretariat { get; private set; } = null!;
    public Unit FirstBranch { get; private set; } = null!;
    public Unit SecondBranch { get; private set; } = null!;
    public Unit OtherOffice { get; private set; } = null!;

    public static async Task<House> Build(TestApp app)
    {
        var house = new House(app);
        house.Office = house.Found(UnitKind.Office, "临江市人民政府办公室", null);
        var group = house.Found(UnitKind.LeadingGroup, "模范机关创建工作领导小组", house.Office);
        house.GroupOffice = house.Found(UnitKind.LeadingGroupOffice, "领导小组办公室", group);
        house.General = house.Found(UnitKind.Department, "综合科", house.Office);
        house.Secretariat = house.Found(UnitKind.Department, "秘书科", house.Office);
        house.Committee = house.Found(UnitKind.Committee, "机关党委", house.Office);
        house.FirstBranch = house.Found(UnitKind.Branch, "第一党支部", house.Committee);
        house.SecondBranch = house.Found(UnitKind.Branch, "第二党支部", house.Committee);
        house.OtherOffice = house.Found(UnitKind.Office, "邻江市人民政府办公室", null);
        await house.Save();
        return house;
    }

    /// <summary>An account of a new person, with these roles.</summary>
    public async Task<Guid> Account(string name, params (Role Role, Unit Unit)[] roles)
    {
        var person = new Person { Name = name };
        return await AccountOf(person, name, roles);
    }

    /// <summary>A second account of the same person, or with null one that belongs to nobody.</summary>
    public async Task<Guid> AccountOf(Person? person, string name, params (Role Role, Unit Unit)[] roles)
    {
        var account = new Account { UserName = $"{name}-{++numbers}", NormalizedUserName = $"{name}-{numbers}", PersonId = person?.Id, DisplayName = name, OpenedAt = TestApp.Start };
        if (person is not null && await app.Read(async db => await db.People.FindAsync(person.Id)) is null) rows.Add(person);
        rows.Add(account);
        rows.AddRange(roles.Select(r => new Grant { AccountId = account.Id, Role = r.Role, UnitId = r.Unit.Id, Inherit = true, From = new(2026, 1, 1) }));
        rows.AddRange(Factors.For(app, account.Id, roles.Select(r => r.Role)));
        await Save();
        return account.Id;
    }

    /// <summary>Somebody of the roster; a full member when one of the units is a branch.</summary>
    public async Task<Person> Somebody(string name, params Unit[] units)
    {
        var person = new Person { Name = name, BirthMonth = new(1980, 5, 1), Status = units.Any(u => u.IsParty) ? MemberStatus.Full : null };
        person.Memberships.AddRange(units.Select(u => new Membership { PersonId = person.Id, UnitId = u.Id, From = new(2026, 1, 1) }));
        await app.Given(person);
        return person;
    }

    public Unit Found(UnitKind kind, string name, Unit? parent)
    {
        var unit = Unit.Found(Guid.CreateVersion7(), kind, name, parent, ++numbers, numbers).Value!;
        rows.Add(unit);
        return unit;
    }

    public async Task Save()
    {
        await app.Given([.. rows]);
        rows.Clear();
    }
}
