using Exemplar.Organization;
using Exemplar.People;

namespace Exemplar.Demo;

/// <summary>The municipal office of the demo: 14 departments, 8 branches under the committee, 110 people.</summary>
public static class DemoOffice
{
    public const string Name = "临江市人民政府办公室";

    public static readonly string[] Departments = ["综合科", "秘书科", "信息科", "督查科", "法规科", "会务科", "文电科", "人事科", "财务科", "行政科", "值班室", "调研科", "政务公开科", "服务热线科"];
    public static readonly string[] Branches = ["第一党支部", "第二党支部", "第三党支部", "第四党支部", "第五党支部", "第六党支部", "第七党支部", "离退休党支部"];

    private const int PeopleInService = 86;
    private const int Retired = 24;

    public sealed record House(Unit Office, Unit GroupOffice, Unit Committee, IReadOnlyDictionary<string, Unit> Units, IReadOnlyList<Person> People);

    /// <summary>Founds everything in one commit.</summary>
    public static async Task<House> Found(AppDb db, int seed, DateOnly start, DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(null, null, now);
        var done = await db.Commit<House>((db, ct) =>
        {
            var numbers = 0;
            var units = new Dictionary<string, Unit>();
            var office = Add(UnitKind.Office, Name, null);
            Add(UnitKind.PartyLeadershipGroup, "办公室党组", office);
            var group = Add(UnitKind.LeadingGroup, "模范机关创建工作领导小组", office);
            var groupOffice = Add(UnitKind.LeadingGroupOffice, "领导小组办公室", group);
            foreach (var name in Departments) Add(UnitKind.Department, name, office);
            var committee = Add(UnitKind.Committee, "机关党委", office);
            foreach (var name in Branches) Add(UnitKind.Branch, name, committee);

            var people = People(new DemoPeople(seed), units, start);
            foreach (var person in people)
            {
                db.Add(person);
                db.Log(act, PeopleCapability.Change, person);
            }
            return Task.FromResult<Result<House>>(new House(office, groupOffice, committee, units, people));

            Unit Add(UnitKind kind, string name, Unit? parent)
            {
                var unit = Unit.Found(Guid.CreateVersion7(), kind, name, parent, ++numbers, numbers, start).Value!;
                units.Add(name, unit);
                db.Add(unit);
                db.Log(act, OrganizationCapability.Change, unit);
                return unit;
            }
        }, ct);
        return done.Value!;
    }

    private static List<Person> People(DemoPeople make, Dictionary<string, Unit> units, DateOnly start)
    {
        var people = new List<Person>();
        for (var n = 0; n < PeopleInService + Retired; n++)
        {
            var retired = n >= PeopleInService;
            var born = new DateOnly(start.Year - (retired ? make.Between(61, 82) : make.Between(25, 58)), make.Between(1, 12), 1);
            // The first two of every department lead it and belong to the Party; of the others about six in seven do.
            var member = retired || n < 2 * Departments.Length || !make.OneIn(7);
            var joined = born.AddYears(make.Between(20, 24)).AddMonths(make.Between(0, 11)).AddDays(make.Between(0, 27));
            var probationary = member && !retired && n > 70 && make.OneIn(8);
            if (probationary) joined = start.AddDays(-make.Between(30, 300));

            var person = new Person
            {
                Name = make.Name(),
                Sex = make.OneIn(3) ? Sex.Female : Sex.Male,
                BirthMonth = born,
                IsRetired = retired,
                JoinedOn = member ? joined : null,
                ConfirmedOn = member && !probationary ? joined.AddYears(1) : null,
                Status = !member ? null : probationary ? MemberStatus.Probationary : MemberStatus.Full,
            };
            if (!retired) Join(person, units[Departments[n % Departments.Length]], start);
            if (member) Join(person, units[retired ? "离退休党支部" : Branches[n % Departments.Length / 2]], start);
            people.Add(person);
        }
        return people;
    }

    private static void Join(Person person, Unit unit, DateOnly start) =>
        person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = unit.Id, From = start.AddYears(-1) });
}
