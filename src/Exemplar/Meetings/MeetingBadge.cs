using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Exemplar.Meetings;

/// <summary>The state of a meeting as a word in a coloured frame; the word carries the meaning.</summary>
[HtmlTargetElement("meeting-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MeetingBadgeTagHelper : TagHelper
{
    public MeetingState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var colour = State switch { MeetingState.Planned => "pending", MeetingState.Held => "submitted", MeetingState.Locked => "done", _ => "" };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {colour}".TrimEnd());
        output.Content.SetContent(State.Name());
    }
}
