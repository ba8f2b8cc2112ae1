using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Exemplar.Rules.Standings;

/// <summary>How a duty stands, as a word in a coloured frame; the word carries the meaning.</summary>
[HtmlTargetElement("standing-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StandingBadgeTagHelper : TagHelper
{
    public StandingState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {State.ToString().ToLowerInvariant()}");
        output.Content.SetContent(State.Name());
    }
}
