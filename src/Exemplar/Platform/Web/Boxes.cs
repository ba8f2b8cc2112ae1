using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Platform.Web;

/// <summary>Boxes to tick for a list-valued field.</summary>
internal static class Boxes
{
    /// <summary>A yes or no; unticked it says no, since a form leaves an empty box out.</summary>
    public static TagBuilder One(string id, string name, bool ticked, IDictionary<string, object?> attributes)
    {
        var box = Html.Tag("input", "", ("type", "checkbox"), ("id", id), ("name", name), ("value", "true"));
        foreach (var (key, value) in attributes) box.Attributes[key] = value?.ToString();
        box.Attributes.Remove("required");
        if (ticked) box.Attributes["checked"] = "checked";
        box.TagRenderMode = TagRenderMode.SelfClosing;
        var no = Html.Tag("input", "", ("type", "hidden"), ("name", name), ("value", "false"));
        no.TagRenderMode = TagRenderMode.SelfClosing;
        var both = Html.Tag("span", "");
        both.InnerHtml.AppendHtml(box).AppendHtml(no);
        return both;
    }

    public static TagBuilder Of(string name, object? value, IEnumerable<SelectListItem> choices)
    {
        var ticked = (value as IEnumerable)?.OfType<object>().Select(x => x.ToString()).ToHashSet() ?? [];
        var list = Html.Tag("div", "", ("class", "choices"));
        foreach (var choice in choices)
        {
            var box = Html.Tag("input", "", ("type", "checkbox"), ("name", name), ("value", choice.Value));
            if (ticked.Contains(choice.Value)) box.Attributes["checked"] = "checked";
            box.TagRenderMode = TagRenderMode.SelfClosing;
            var label = Html.Tag("label", "");
            label.InnerHtml.AppendHtml(box).Append(choice.Text);
            list.InnerHtml.AppendHtml(label);
        }
        return list;
    }
}

internal static class Html
{
    public static TagBuilder Tag(string name, string text, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (key, value) in attributes) tag.Attributes[key] = value;
        tag.InnerHtml.Append(text);
        return tag;
    }
}
