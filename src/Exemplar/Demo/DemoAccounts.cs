using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Demo;

/// <summary>A way into the demo, as <c>demo-accounts.json</c> lists it. Passwords are random: they are written there and nowhere else.</summary>
/// <param name="Secret">Of an administrator's second factor, in Base32; null for accounts without one.</param>
/// <param name="RecoveryCodes">Each opens once in place of a one-time code.</param>
public sealed record DemoAccount(string Name, string UserName, string Password, string Role, string Unit, string? Secret = null, IReadOnlyList<string>? RecoveryCodes = null)
{
    internal Guid Id { get; init; }
}

/// <summary>Opens an account for everybody who plays a part.</summary>
public sealed class DemoAccounts(AppDb db, UserManager<Account> accounts, OneTimeCodes codes, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The leading group's office comes first.</summary>
    public async Task<IReadOnlyList<DemoAccount>> Open(DemoOffice.House house, CancellationToken ct)
    {
        var done = await db.Commit<List<DemoAccount>>(async (db, ct) =>
        {
            List<DemoAccount> opened = [];
            var departments = DemoOffice.Departments.Select(name => house.Units[name]).ToList();
            var branches = DemoOffice.Branches.Select(name => house.Units[name]).ToList();

            await Give("office", house.People[1], Role.CampaignOffice, house.Office, null);
            await Give("party", house.People[15], Role.CommitteeOffice, house.Office, null);
            await Give("desk", house.People[3], Role.SupervisionDesk, house.Office, null);
            await Give("leader", house.People[0], Role.LeadingGroupMember, house.Office, PostKind.GroupLeader, house.Units["模范机关创建工作领导小组"]);
            for (var n = 0; n < departments.Count; n++) await Give($"dept{n + 1}", house.People[n + (n < 2 ? 28 : 14)], Role.DepartmentHead, departments[n], PostKind.Head);
            for (var n = 0; n < branches.Count; n++) await Give($"branch{n + 1}", Secretary(n), Role.BranchSecretary, branches[n], PostKind.Secretary);
            foreach (var branch in branches) Sit(branch, [PostKind.DeputySecretary, PostKind.OrganizationMember, PostKind.PublicityMember, PostKind.DisciplineMember]);
            Hold(house.People[0], house.Units["办公室党组"], PostKind.LeadershipSecretary);
            foreach (var n in (int[])[2, 5, 8, 11]) Hold(house.People[n], house.Units["办公室党组"], PostKind.LeadershipMember);
            Hold(house.People[0], house.Committee, PostKind.Secretary);
            Hold(house.People[15], house.Committee, PostKind.FullTimeDeputySecretary);
            Hold(house.People[16], house.Committee, PostKind.DisciplineMember);
            Hold(house.People[17], house.Committee, PostKind.OrganizationMember);
            await Give("group", house.People[29], Role.DepartmentHead, house.GroupOffice, PostKind.OfficeDirector);
            await Give("recorder", Member(0), Role.BranchRecorder, branches[0], null);
            await Give("member", Member(0), Role.Member, branches[0], null);
            await Give("admin", null, Role.SystemAdministrator, house.Office, null, also: Role.SecurityAdministrator);
            await Give("audit", null, Role.AuditAdministrator, house.Office, null);
            return opened;

            Person Member(int n) => house.People.Last(p => p.Status is MemberStatus.Full && p.Memberships.Any(m => m.UnitId == branches[n].Id) && opened.All(o => o.Name != p.Name));

            // The committee of a branch: its next full members.
            void Sit(Unit branch, PostKind[] posts)
            {
                var sitting = house.People.Where(p => p.Status is MemberStatus.Full && p.Memberships.Any(m => m.UnitId == branch.Id) && opened.All(o => o.Name != p.Name)).Take(posts.Length);
                foreach (var (person, kind) in sitting.Zip(posts)) Hold(person, branch, kind);
            }

            void Hold(Person person, Unit unit, PostKind kind)
            {
                var act = new Act(null, null, clock.GetUtcNow());
                var held = new Post { UnitId = unit.Id, PersonId = person.Id, Kind = kind, From = clock.Today() };
                db.Add(held);
                db.Log(act, PeopleCapability.Appoint, held);
            }

            Person Secretary(int n) => house.People.First(p => p.Status is MemberStatus.Full && p.Memberships.Any(m => m.UnitId == branches[n].Id) && opened.All(o => o.Name != p.Name));

            async Task Give(string userName, Person? person, Role role, Unit unit, PostKind? post, Unit? postUnit = null, Role? also = null)
            {
                var account = new Account { UserName = userName, PersonId = person?.Id, DisplayName = person is null ? role.Name() : "", OpenedAt = clock.GetUtcNow() };
                var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 6) + "-" + RandomNumberGenerator.GetString("23456789", 4);
                await accounts.CreateAsync(account, password);
                var act = new Act(account.Id, null, clock.GetUtcNow());
                foreach (var given in also is { } second ? (Role[])[role, second] : [role])
                {
                    var grant = new Grant { AccountId = account.Id, Role = given, UnitId = unit.Id, Inherit = true, From = clock.Today() };
                    db.Add(grant);
                    db.Log(act, PeopleCapability.GrantRoles, grant);
                }
                if (post is { } kind) Hold(person!, postUnit ?? unit, kind);
                var (secret, recovery) = role.IsAdministrator() ? await Enrol(account, act) : (null, null);
                opened.Add(new(person?.Name ?? role.Name(), userName, password, role.Name(), unit.Name, secret, recovery) { Id = account.Id });
            }
        }, ct);
        return done.Value!;
    }

    /// <summary>As on a phone that holds the secret: the demo's administrators sign in by two factors like any other.</summary>
    private async Task<(string Secret, IReadOnlyList<string> Recovery)> Enrol(Account account, Act act)
    {
        var (secret, recovery) = (OneTimeCodes.NewSecret(), RecoveryCode.NewSet());
        db.Add(new SecondFactor { AccountId = account.Id, Sealed = codes.Seal(account.Id, secret), EnrolledAt = act.At, LastStep = 0 });
        await db.KeepRecoveryCodes(account.Id, recovery, default);
        var enrolled = AccountStep.Of(account, AccountStepKind.FactorEnrolled, act);
        db.Add(enrolled);
        db.Log(act, SecurityCapability.OwnAccount, enrolled);
        return (OneTimeCodes.InLetters(secret), recovery);
    }

    public static void Write(string file, IReadOnlyList<DemoAccount> accounts) => File.WriteAllText(file, JsonSerializer.Serialize(accounts, Readable));
}
