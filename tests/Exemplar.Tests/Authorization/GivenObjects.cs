using Exemplar.Campaigns;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;
using Exemplar.People.TermImport;
using Exemplar.Platform.Files;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Rules.OwnRules;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Authorization;

/// <summary>Puts an object of each kind at each node, marked by the node's code.</summary>
internal sealed class GivenObjects(TestApp app, IReadOnlyList<Node> tree, Objects objects)
{
    public static readonly Act Somebody = new(null, null, TestApp.Start.AddDays(-3));
    private readonly List<object> rows = [];
    private readonly Dictionary<string, IReadOnlyList<Person>> people = [];

    /// <summary>Where the other end of a task lies: no principal holds anything there.</summary>
    private Node Far => tree.Single(n => n.Code == "B2");

    public async Task Put()
    {
        await app.Given([.. tree.Select(n => n.Unit)]);
        foreach (var node in tree) Place(node);
        foreach (var node in tree) Campaign(node);
        foreach (var node in tree) await Tasks(node);
        foreach (var node in tree.Where(n => n.Unit.IsParty)) GivenMeetings.Put(node, people[node.Code], objects, rows);
        foreach (var node in tree) Rule(node);
        await app.Given([.. rows]);
        await new GivenByPages(app, tree, objects).Put();
    }

    private void Place(Node node)
    {
        var unit = node.Unit;
        people[node.Code] = [.. Enumerable.Range(1, 3).Select(n => Somebodys($"人员{n}{node.Mark}", unit))];
        rows.AddRange(people[node.Code]);
        var retired = new StatusChange { PersonId = people[node.Code][2].Id, Kind = StatusChangeKind.Retired, On = new(2026, 2, 1), Was = MemberStatus.Full, WasRetired = false };
        people[node.Code][2].StatusChanges.Add(retired);
        var post = new Post { UnitId = unit.Id, PersonId = people[node.Code][0].Id, Kind = Post.KindsIn(unit.Kind)[0], From = new(2026, 1, 1) };
        var account = new Account { UserName = $"账号{node.Mark}", NormalizedUserName = $"账号{node.Mark}", DisplayName = $"账号{node.Mark}", OpenedAt = Somebody.At, PersonId = people[node.Code][1].Id };
        var grant = new Grant { AccountId = account.Id, Role = Role.Member, UnitId = unit.Id, Inherit = false, From = new(2026, 1, 1) };
        var proposal = GrantProposal.Of(new() { AccountId = account.Id, Role = Role.AuditAdministrator, UnitId = unit.Id, Inherit = false, From = new(2026, 1, 1) }, new(account.Id, null, Somebody.At));
        var roster = new Exemplar.People.RosterImport.ImportedRoster { Id = Guid.CreateVersion7(), UnitId = unit.Id, FileName = $"名册{node.Mark}", At = Somebody.At, AccountId = null, PersonId = null, AsOf = new(2026, 1, 1), Founded = 0, Added = 0, Changed = 0, Unchanged = 1, Repeated = 0, LeftOut = 0, Appointed = 0, Relieved = 0 };
        var import = new ImportedTerms { Id = Guid.CreateVersion7(), UnitId = unit.Id, FileName = $"换届{node.Mark}", At = Somebody.At, AccountId = null, PersonId = null, Units = 1, Appointed = 0, Known = 0, Doubtful = 0, LeftOut = 0 };
        rows.AddRange([post, account, grant, proposal, roster, import]);
        objects.Put("roster-import", node, roster.Id);
        objects.Put("term-import", node, import.Id);
        objects.Put("unit", node, unit.Id);
        objects.Put("handbook", node, unit.Id, 2026);
        objects.Put("person", node, people[node.Code][0].Id);
        objects.Put("person-pair", node, people[node.Code][0].Id, people[node.Code][2].Id);
        objects.Put("status-change", node, retired.PersonId, retired.Id);
        objects.Put("post", node, post.Id);
        objects.Put("account", node, account.Id);
        objects.Put("grant", node, grant.Id);
        objects.Put("proposal", node, proposal.Id);
    }

    private static Person Somebodys(string name, Unit unit)
    {
        var person = new Person { Name = name, BirthMonth = new(1980, 5, 1), Status = MemberStatus.Full };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = unit.Id, From = new(2026, 1, 1) });
        return person;
    }

    /// <summary>Held by the unit itself: the gates ask for the place of the holder, whatever its kind.</summary>
    private void Campaign(Node node)
    {
        var campaign = Exemplar.Campaigns.Campaign.Open(Guid.CreateVersion7(), $"活动{node.Mark}", node.Unit, node.Unit, node.Unit, ApprovalBasis.Internal, null, null, "a-municipal", Somebody).Value!;
        rows.Add(campaign);
        objects.Put("campaign", node, campaign.Id);
        if (node.Unit.Kind is not UnitKind.Office) return;
        foreach (var below in Node.Sharing(tree, node)) objects.Put("office-campaign", below, campaign.Id);
    }

    /// <summary>Tasks: given and answered here, answered here for somebody far away, given here to somebody far away, and one of these reported done.</summary>
    private async Task Tasks(Node node)
    {
        await Share("share", "任务", node, node.Unit, node.Unit);
        await Share("answered", "承办", node, node.Unit, Far.Unit);
        await Share("issued", "下达", node, Far.Unit, node.Unit);
        await Share("finished", "报结", node, Far.Unit, node.Unit, isDone: true);
    }

    private async Task Share(string kind, string word, Node node, Unit answers, Unit issues, bool isDone = false)
    {
        var campaign = objects.At("campaign", tree.Single(n => n.Unit == issues).Code)[0];
        var task = new WorkTask { Title = $"{word}{node.Mark}", IssuerId = issues.Id, SourceId = Guid.Parse(campaign), DueOn = new(2026, 3, 20), IssuedAt = Somebody.At };
        var share = task.Assign(answers, leads: true, Somebody);
        var file = await app.Services.GetRequiredService<FileStore>().Keep($"附件{node.Code}{kind}.txt", [.. System.Text.Encoding.UTF8.GetBytes($"附件{node.Mark}{kind}")], default);
        var act = new Act(null, people[node.Code][0].Id, Somebody.At);
        Assert.Null(isDone ? share.Finish(act, $"已办结{node.Mark}", file.Id) : share.Report(act, $"已开展{node.Mark}", file.Id));
        rows.AddRange([file, task]);
        objects.Put(kind, node, share.Id);
        objects.Put($"{kind}-file", node, share.Id, file.Id);
    }

    private void Rule(Node node)
    {
        var rule = new OwnRule
        {
            UnitId = node.Unit.Id,
            Path = node.Unit.Path,
            Title = $"规则{node.Mark}",
            Counts = "held.party-day",
            Units = ["Branch"],
            Period = Exemplar.Kernel.PeriodKind.Month,
            AtLeast = 2,
            Basis = "支部工作制度",
            From = new(2026, 1, 1),
        };
        rows.Add(rule);
        objects.Put("rule", node, rule.Id);
    }
}
