using Exemplar.Platform.Web;
using Exemplar.Tasks.Supervision;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Supervision;

/// <summary>A page of the desk: all of them are narrowed by the same address.</summary>
public abstract class DeskPage : SlicePage
{
    [FromQuery] public Guid? Campaign { get; set; }
    [FromQuery] public Guid? Stage { get; set; }
    [FromQuery] public DeskFilter Show { get; set; }
    [FromQuery] public Colour? Colour { get; set; }
    [FromQuery] public Guid? Unit { get; set; }
    [FromQuery] public string? After { get; set; }

    protected DeskQuery Query => new(Campaign, Stage, Show, Colour, Unit, After);

    /// <summary>The same list with one thing changed.</summary>
    public string Address(string path = "/supervision", Guid? unit = null, Colour? colour = null, DeskFilter? show = null, string? after = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["Campaign"] = Campaign?.ToString(),
            ["Stage"] = Stage?.ToString(),
            ["Show"] = (show ?? Show).ToString(),
            ["Colour"] = (colour ?? Colour)?.ToString(),
            ["Unit"] = (unit ?? Unit)?.ToString(),
            ["After"] = after,
        };
        return path + QueryString.Create(query.Where(q => q.Value is not null));
    }
}
