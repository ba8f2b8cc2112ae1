using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Exemplar.Tasks;

/// <summary>The state of an assignment as a word in a coloured frame; the word carries the meaning.</summary>
[HtmlTargetElement("state-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateBadgeTagHelper : TagHelper
{
    public AssignmentState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {State.ToString().ToLowerInvariant()}");
        output.Content.SetContent(State.Name());
    }
}

/// <summary>How it stands against its date.</summary>
[HtmlTargetElement("due-words", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueWordsTagHelper : TagHelper
{
    public required Due Due { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"due {Due.State.ToString().ToLowerInvariant()}");
        output.Content.SetContent(Due.Words);
    }
}
