using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.View)]
public sealed class RosterPage(Roster roster) : SlicePage
{
    [FromQuery] public string? Name { get; set; }
    [FromQuery] public Guid? Unit { get; set; }
    [FromQuery] public RosterGroup? Group { get; set; }
    [FromQuery] public Guid? After { get; set; }
    public Roster.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await roster.Show(new(Name, Unit, Group, After), ct);

    public void OnGet() { }

    /// <summary>The same list from another place on.</summary>
    public string Address(Guid? after)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Name)) query.Add("name", Name);
        if (Unit is { } unit) query.Add("unit", unit.ToString());
        if (Group is { } group) query.Add("group", group.ToString());
        if (after is { } id) query.Add("after", id.ToString());
        return $"/people{query.ToQueryString()}";
    }
}
