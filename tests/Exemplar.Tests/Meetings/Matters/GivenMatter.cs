using Exemplar.Meetings.Matters;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Matters;

/// <summary>A major matter of the first branch.</summary>
public abstract class GivenMatter : GivenVoting
{
    protected const string Title = "2026年活动经费使用方案";

    protected MajorMatter Matter { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await (await Secretary.Submit($"/units/{House.FirstBranch.Id}/matters/new", ("Form.Title", Title), ("Form.Kind", "Funds"), ("Form.Basis", "支部议事规则第五条"))).Leads(Secretary, $"已列入重大事项清单：{Title}");
        Matter = await Kept;
    }

    protected Task<MajorMatter> Kept => App.Read(db => db.MajorMatters.Include(m => m.Consultations).SingleAsync());

    protected Task<HttpResponseMessage> Put(Guid item) => Secretary.Submit($"/matters/{Matter.Id}/agenda", ("Form.Item", $"{item}"));

    protected Task<HttpResponseMessage> Consult(string on = "2026-03-02", string with = "全体支委和青年党员代表") =>
        Secretary.Submit($"/matters/{Matter.Id}/consult", ("Form.On", on), ("Form.With", with));

    protected Task<HttpResponseMessage> Vote(Guid meeting, Guid item, int yes, int no) => Secretary.Submit($"/meetings/{meeting}/votes/new",
        ("Form.VotedOn", $"{item}"), ("Form.Way", "Hands"), ("Form.Yes", $"{yes}"), ("Form.No", $"{no}"), ("Form.HeadSpokeLast", "true"));
}
