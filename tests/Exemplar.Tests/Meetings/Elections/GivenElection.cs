using Exemplar.Meetings;
using Exemplar.Meetings.Elections;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Elections;

/// <summary>An election of three members of the committee of a branch of twenty, to which seventeen came.</summary>
public abstract class GivenElection : GivenVoting
{
    protected Meeting Meeting { get; private set; } = null!;
    protected IReadOnlyList<Exemplar.People.Person> People { get; private set; } = [];

    protected virtual int Present => 17;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Meeting = await Held(20, Present, agenda: "选举支部委员会");
        People = await Members(20);
    }

    protected Task<HttpResponseMessage> Prepare(int[] candidates, int[] tellers, string seats = "3") => Secretary.Submit($"/meetings/{Meeting.Id}/elections/new",
    [
        ("Form.Kind", "Committee"), ("Form.Round", "First"), ("Form.Post", "第一党支部委员会委员"), ("Form.Seats", seats),
        .. candidates.Select(n => ("Form.Candidates", $"{People[n].Id}")), .. tellers.Select(n => ("Form.Tellers", $"{People[n].Id}")),
    ]);

    /// <summary>Four candidates and a teller.</summary>
    protected async Task<Election> Prepared()
    {
        await (await Prepare([0, 1, 2, 3], [10])).Leads(Secretary, "选举已准备");
        return await Kept;
    }

    protected Task<HttpResponseMessage> Count(Election election, int issued, int collected, int[] votes, params (string, string)[] more) => Secretary.Submit($"/elections/{election.Id}/count",
        [("Form.Issued", $"{issued}"), ("Form.Collected", $"{collected}"), .. votes.Select((v, n) => ($"Form.Votes[{People[n].Id}]", $"{v}")), .. more]);

    protected Task<Election> Kept => App.Read(db => db.Elections.Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).SingleAsync());
}
