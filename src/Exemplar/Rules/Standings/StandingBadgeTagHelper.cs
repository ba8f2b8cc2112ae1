using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Exemplar.Rules.Standings;

/// <summary>How a duty stands, as a word in a coloured frame; the word carries the meaning.</summary>
[HtmlTargetElement("standing-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StandingBadgeTagHelper : TagHelper
{
    public StandingState State { get; set; }

    /// <summary>For a limit, or how a roll is made up: it holds or not, there is nothing to be done by a day.</summary>
    public bool Holds { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {State.ToString().ToLowerInvariant()}");
        output.Content.SetContent(Holds ? State is StandingState.Done ? "符合" : State is StandingState.Exempt ? State.Name() : "不符合" : State.Name());
    }
}
