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

/// <summary>Says once on a page that working days of a coming year are counted without its holidays; nothing when none are.</summary>
[HtmlTargetElement("holiday-note", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HolidayNoteTagHelper : TagHelper
{
    public required IEnumerable<Due> Dues { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var years = Dues.Where(d => d.IsProvisional).Select(d => d.On!.Value.Year).Distinct().Order().ToList();
        if (years.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "muted holiday-note");
        output.Content.SetContent($"{string.Join("、", years)} 年的放假安排还没有公布，暂按法定节日放假计，调休没有算进去。");
    }
}
