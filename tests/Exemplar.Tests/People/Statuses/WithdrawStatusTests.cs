using System.Net;
using Exemplar.People;
using Exemplar.People.Statuses;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Statuses;

public sealed class WithdrawStatusTests : HouseTests
{
    private async Task<(Person Person, string Url)> Changed(MemberStatus? status, string kind, string on = "2026-03-05", Person? person = null)
    {
        person ??= status is null ? await House.Somebody("吴同事", House.General) : await House.Somebody("郑党员", House.General, House.FirstBranch);
        if (status != person.Status) await App.Read(db => db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, status)));
        (string, string)[] branch = status is null ? [("Form.Branch", House.FirstBranch.Id.ToString())] : [];
        await (await Committee.Submit($"/people/{person.Id}/status", [("Form.Kind", kind), ("Form.On", on), .. branch])).Leads(Committee, "已登记");
        var id = await App.Read(db => db.StatusChanges.Where(c => c.PersonId == person.Id).OrderByDescending(c => c.On).Select(c => c.Id).FirstAsync());
        return (person, $"/people/{person.Id}/status/{id}/withdraw");
    }

    /// <summary>All that a change touches, as one line.</summary>
    private Task<string> Now(Person person) => App.Read(async db =>
    {
        var now = await db.People.AsNoTracking().Include(p => p.Memberships).SingleAsync(p => p.Id == person.Id);
        return $"{now.Status} {now.IsRetired} {now.JoinedOn} {now.ConfirmedOn} {string.Join(',', now.Memberships.OrderBy(m => m.UnitId).Select(m => $"{m.UnitId} {m.From} {m.To}"))} {now.StatusChanges.Count}";
    });

    [Theory]
    [InlineData(null, "Admitted")]
    [InlineData(MemberStatus.Probationary, "Confirmed")]
    [InlineData(MemberStatus.Full, "PutOnProbation")]
    [InlineData(MemberStatus.Full, "LeftParty")]
    [InlineData(MemberStatus.OnProbationInParty, "Restored")]
    [InlineData(MemberStatus.Full, "Retired")]
    public async Task What_was_entered_wrongly_is_as_if_it_had_never_been_and_the_log_keeps_it(MemberStatus? status, string kind)
    {
        var (never, _) = await Changed(status, kind);
        var (person, url) = (never, $"/people/{never.Id}/status/{await App.Read(db => db.StatusChanges.Select(c => c.Id).SingleAsync())}/withdraw");
        var changed = await Now(person);
        await (await Committee.Submit(url)).Leads(Committee, $"已撤回：{person.Name}{Enum.Parse<StatusChangeKind>(kind) switch { StatusChangeKind.Admitted => "接收为预备党员", _ => "" }}");

        var back = await Now(person);
        var branch = status is null ? "" : House.FirstBranch.Id.ToString();
        Assert.NotEqual(changed, back);
        Assert.StartsWith($"{status} False  ", back, StringComparison.Ordinal);
        Assert.Contains($"{branch} 01/01/2026 ", back, StringComparison.Ordinal);
        Assert.EndsWith(" 0", back, StringComparison.Ordinal);
        Assert.Equal(["test.given", "people.change", "people.change"], await LogOf(person.Id));
        Assert.DoesNotContain("身份变更", (await Committee.Open($"/people/{person.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_change_is_taken_back()
    {
        var (person, first) = await Changed(MemberStatus.Full, "PutOnProbation", "2026-03-01");
        await Changed(MemberStatus.OnProbationInParty, "Restored", "2026-03-05", person);
        await (await Committee.Submit(first)).Refuses("", "只能撤回最近一次变更");
    }

    [Fact]
    public async Task Who_has_moved_on_since_stays_admitted()
    {
        var (person, url) = await Changed(null, "Admitted");
        await (await Committee.Submit($"/people/{person.Id}/move", ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-03-08"))).Leads(Committee, "已调整");
        await (await Committee.Submit(url)).Refuses("", "编入支部以后又调动过，不能撤回");
    }

    [Fact]
    public async Task Only_the_committees_office_may_and_only_what_there_is()
    {
        var (person, url) = await Changed(MemberStatus.Full, "Retired");
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{person.Id}/status/{Guid.CreateVersion7()}/withdraw", HttpStatusCode.NotFound);
    }
}
