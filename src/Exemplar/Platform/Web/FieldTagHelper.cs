using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Exemplar.Platform.Web;

/// <summary>
/// One question of a form: label, control, hint and error, tied together for screen readers. The control follows from the
/// type: date, time, enum, file, password, several lines (<c>rows</c>), one of <c>options</c>, or boxes to tick (<c>choices</c>).
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;
    public ModelExpression For { get; set; } = null!;
    public string? Hint { get; set; }

    /// <summary>Instead of the property's own name.</summary>
    public string? Label { get; set; }

    /// <summary>Has to be filled in here, though not in every form of the type.</summary>
    public bool Asked { get; set; }
    /// <summary>Where the next thing is to be typed.</summary>
    public bool Focus { get; set; }
    public int Rows { get; set; }
    public string? Accept { get; set; }
    public string? Autocomplete { get; set; }
    public IEnumerable<SelectListItem>? Options { get; set; }
    public IEnumerable<SelectListItem>? Choices { get; set; }

    /// <summary>Inside a partial the name carries the prefix of the form it belongs to.</summary>
    private string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    private string Id => TagBuilder.CreateSanitizedId(Name, "_");
    private ModelMetadata Meta => For.Metadata;

    /// <summary>What somebody else saved meanwhile, where it differs from what was typed.</summary>
    private string? Theirs => (View.ViewData[TheirVersion.Key] as TheirVersion)?.Of(Name, For.Model, Meta, Options ?? Choices);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Choices is null ? "div" : "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (Choices is null)
        {
            output.Content.AppendHtml(html.GenerateLabel(View, For.ModelExplorer, For.Name, Label, IsAsked ? new { @class = "required" } : null));
            output.Content.AppendHtml(Control());
        }
        else
        {
            foreach (var (name, value) in Aria()) output.Attributes.SetAttribute(name, value);
            output.Attributes.SetAttribute("id", Id);
            output.Content.AppendHtml(Html.Tag("legend", Meta.GetDisplayName()));
            output.Content.AppendHtml(Boxes.Of(Name, For.Model, Choices));
        }
        if (Theirs is { } theirs) output.Content.AppendHtml(Html.Tag("p", $"现在的：{theirs}", ("id", $"{Id}-theirs"), ("class", "theirs")));
        if (Hint is not null) output.Content.AppendHtml(Html.Tag("small", Hint, ("id", $"{Id}-hint")));
        output.Content.AppendHtml(html.GenerateValidationMessage(View, For.ModelExplorer, For.Name, null, "span", new { id = $"{Id}-error", @class = "error" }));
    }

    private TagBuilder Control()
    {
        var attributes = Aria();
        if (IsAsked) attributes["required"] = "required";
        if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
        if (Focus) attributes["autofocus"] = "autofocus";
        if (Options is not null) return html.GenerateSelect(View, For.ModelExplorer, "请选择", For.Name, Options, allowMultiple: false, attributes);
        if (Meta.IsEnum) return html.GenerateSelect(View, For.ModelExplorer, "请选择", For.Name, EnumOptions(), allowMultiple: false, attributes);
        if (Meta.UnderlyingOrModelType == typeof(bool)) return Boxes.One(Id, Name, For.Model is true, attributes);
        if (Rows > 0) return html.GenerateTextArea(View, For.ModelExplorer, For.Name, Rows, 0, attributes);

        attributes["type"] = InputType;
        if (Accept is not null) attributes["accept"] = Accept;
        if (IsManyFiles) attributes["multiple"] = "multiple";
        if (InputType is "password") return html.GeneratePassword(View, For.ModelExplorer, For.Name, null, attributes);
        if (InputType is "file") return html.GenerateTextBox(View, For.ModelExplorer, For.Name, null, null, attributes);

        // The framework writes a DateOnly as plain text, and a date input accepts only this format; so with times.
        return html.GenerateTextBox(View, For.ModelExplorer, For.Name, For.Model, InputType is "date" ? "{0:yyyy-MM-dd}" : InputType is "time" ? "{0:HH\\:mm}" : null, attributes);
    }

    /// <summary>An empty box is an answer too.</summary>
    private bool IsAsked => (Asked || Meta.IsRequired) && Meta.UnderlyingOrModelType != typeof(bool);

    private string InputType =>
        Meta.UnderlyingOrModelType == typeof(DateOnly) ? "date"
        : Meta.UnderlyingOrModelType == typeof(TimeOnly) ? "time"
        : Meta.ModelType == typeof(IFormFile) || IsManyFiles ? "file"
        : Meta.DataTypeName is nameof(DataType.Password) ? "password"
        : "text";

    private bool IsManyFiles => typeof(IEnumerable<IFormFile>).IsAssignableFrom(Meta.ModelType);

    private Dictionary<string, object?> Aria()
    {
        var invalid = View.ModelState.GetFieldValidationState(Name) is ModelValidationState.Invalid;
        var described = string.Join(' ', new[] { Theirs is null ? null : $"{Id}-theirs", Hint is null ? null : $"{Id}-hint", invalid ? $"{Id}-error" : null }.OfType<string>());
        var aria = new Dictionary<string, object?>();
        if (described.Length > 0) aria["aria-describedby"] = described;
        if (!invalid) return aria;

        aria["aria-invalid"] = "true";
        if (View.HttpContext.Items.TryAdd(typeof(FieldTagHelper), true)) aria["autofocus"] = "autofocus";   // the first wrong field of the page
        return aria;
    }

    /// <summary>Names rather than numbers, so that a kept draft survives a reordered enum.</summary>
    private IEnumerable<SelectListItem> EnumOptions() =>
        from shown in Meta.EnumGroupedDisplayNamesAndValues!
        join named in Meta.EnumNamesAndValues! on shown.Value equals named.Value
        select new SelectListItem(shown.Key.Name, named.Key, named.Key == For.Model?.ToString());
}
