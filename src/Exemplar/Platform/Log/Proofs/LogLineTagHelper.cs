using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Exemplar.Platform.Log.Proofs;

/// <summary>One line under a record: when it was entered, whether it was changed since, and the way to the proof. Nothing for a record without entries.</summary>
[HtmlTargetElement("log-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LogLineTagHelper : TagHelper
{
    public required ProveRecord.History? History { get; set; }

    /// <summary>The address of the page that shows the proof.</summary>
    public required string Proof { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (History is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "muted log-line");
        output.Content.Append($"{History.InWords}。");
        output.Content.AppendHtml("<a href=\"").Append(Proof).AppendHtml("\">查验</a>");
    }
}
