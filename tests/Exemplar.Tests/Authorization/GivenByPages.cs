using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Security;
using Exemplar.Rules.Catalogue;
using Exemplar.Tests.Documents.Templates;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Authorization;

/// <summary>What only its page makes: plans that were read, forms that were handed in, standings that were reckoned.</summary>
internal sealed class GivenByPages(TestApp app, IReadOnlyList<Node> tree, Objects objects)
{
    private const string Plan = """
        工作方案
        一、重点任务
        （一）压减文件。全年印发文件减少15%。责任单位：综合科；完成时限：2026年6月30日前。
        2026年3月1日
        """;

    private static readonly DateOnly Today = new(2026, 3, 10);

    public async Task Put()
    {
        foreach (var office in tree.Where(n => n.Unit.ParentId is null))
        {
            var clerk = app.As(await Clerk(office));
            foreach (var node in tree.Where(n => n.Unit.Path.StartsWith(office.Unit.Path, StringComparison.Ordinal) && (n.Code.Length < 4 || n.Code.StartsWith(Node.Granted, StringComparison.Ordinal)))) await Read(clerk, node);
            await HandIn(clerk, office);
        }
        await Standings();
        await using var scope = app.Services.CreateAsyncScope();
        Assert.NotEmpty((await scope.ServiceProvider.GetRequiredService<SealLog>().Handle(default)).Value!);   // a proof is given of what is sealed
    }

    private async Task<Guid> Clerk(Node office)
    {
        var account = new Account { UserName = $"经办{office.Code}", NormalizedUserName = $"经办{office.Code}", DisplayName = "经办", OpenedAt = TestApp.Start };
        await app.Given(account, new Grant { AccountId = account.Id, Role = Role.CampaignOffice, UnitId = office.Unit.Id, Inherit = true, From = new(2026, 1, 1) });
        return account.Id;
    }

    private async Task Read(HttpClient clerk, Node node)
    {
        var answer = await clerk.Submit($"/campaigns/{objects.At("campaign", node.Code)[0]}/plan", ("Form.Text", $"{node.Mark}{Plan}"));
        var plan = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]);
        objects.Put("plan", node, plan);
        objects.Put("item", node, await app.Read(db => db.ProposedItems.Where(i => i.DocumentId == plan).Select(i => i.Id).FirstAsync()));
    }

    /// <summary>A form belongs to the whole office, so it stands at each of its nodes; beside lies only another office's.</summary>
    private async Task HandIn(HttpClient clerk, Node office)
    {
        var answer = await clerk.SubmitFile("/forms/new", "Form.File", $"空表{office.Mark}.xlsx", Blanks.SingleHeading());
        var form = answer.Headers.Location!.OriginalString.Split('/')[2];
        foreach (var node in Node.Sharing(tree, office)) objects.Put("form", node, form);
    }

    private async Task Standings()
    {
        var restricted = app.Services.GetRequiredService<Lazy<RuleCatalogue>>().Value.All.Where(r => r.Restricted).Select(r => r.Id).ToHashSet();
        var all = await app.Read(db => db.Standings.AsNoTracking().OrderBy(s => s.From).ToListAsync());
        foreach (var node in tree)
        {
            var here = all.FindAll(s => s.UnitId == node.Unit.Id && !restricted.Contains(s.Rule) && !s.Rule.StartsWith("own-", StringComparison.Ordinal));
            if (here.Find(s => !s.OfPerson) is { } unit) objects.Put("standing", node, unit.SubjectId, unit.Rule, $"{unit.From:yyyy-MM-dd}");
            if (here.Exists(s => !s.OfPerson && !s.Met && s.Exempt.Length == 0 && s.DueOn >= Today && s.DueOn <= Today.AddDays(30))) objects.Put("owing", node, node.Unit.Id);
            if (here.Find(s => s.OfPerson) is { } person) objects.Put("standing-of-person", node, person.SubjectId, person.Rule, $"{person.From:yyyy-MM-dd}");
        }
    }
}
