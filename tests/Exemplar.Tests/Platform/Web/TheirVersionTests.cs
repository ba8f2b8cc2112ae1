using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Web;

public sealed class TheirVersionTests
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7();

    private sealed class Form
    {
        public string? Text { get; set; }
        public DateOnly? Day { get; set; }
        public bool Box { get; set; }

        [Display(Name = "单位")]
        public List<Guid> Ticked { get; set; } = [];

        [DataType(DataType.Password)]
        public string? Secret { get; set; }

        public List<Guid> Away { get; set; } = [];

        [Display(Name = "票数")]
        public Dictionary<Guid, int> Votes { get; set; } = [];
    }

    [Theory]
    [InlineData(nameof(Form.Text), "一\r\n二", "一\n二", null)]
    [InlineData(nameof(Form.Text), null, "", null)]
    [InlineData(nameof(Form.Text), "三", "一", "三")]
    [InlineData(nameof(Form.Text), null, "一", "（空）")]
    [InlineData(nameof(Form.Day), "2026-05-20", "2026-05-21", "2026年5月20日")]
    [InlineData(nameof(Form.Box), "true", "false", "是")]
    [InlineData(nameof(Form.Secret), "旧口令", "新口令", null)]
    public void What_is_kept_is_said_in_words_where_it_differs(string field, string? kept, string? typed, string? said) =>
        Assert.Equal(said, Said(field, Value(field, kept), Value(field, typed), null));

    [Fact]
    public void What_is_chosen_from_a_list_is_said_by_its_text_whatever_the_order()
    {
        SelectListItem[] offered = [new("综合科", First.ToString()), new("秘书科", Second.ToString())];
        Assert.Equal("综合科、秘书科", Said(nameof(Form.Ticked), new List<Guid> { First, Second }, new List<Guid> { First }, offered));
        Assert.Null(Said(nameof(Form.Ticked), new List<Guid> { First, Second }, new List<Guid> { Second, First }, offered));
    }

    [Fact]
    public void A_table_that_cannot_stand_beside_itself_is_named_when_it_differs()
    {
        var kept = new TheirVersion(new Form { Votes = new() { [First] = 3 }, Away = [First], Text = "一" });
        Assert.Equal(["名单", "票数"], kept.Unseen(new Form { Text = "二" }).Order(StringComparer.Ordinal));
        Assert.Empty(kept.Unseen(new Form { Votes = new() { [First] = 3 }, Away = [First], Ticked = [Second] }));
    }

    /// <summary>Else whoever comes second would save over the first unseen, or could not save at all.</summary>
    [Fact]
    public void Every_form_that_carries_a_version_says_how_it_is_asked_anew()
    {
        var forms = typeof(FormPage<>).Assembly.GetTypes().Where(t => !t.IsAbstract && FormOf(t)?.GetProperty("Version") is not null).ToList();
        Assert.True(forms.Count > 25, $"{forms.Count} forms with a version");
        Assert.Empty(forms.Where(t => !Overrides(t, "Fill") && !Overrides(t, "FillAsync")).Select(t => t.Name));
    }

    private static bool Overrides(Type page, string method) =>
        page.GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType is { IsGenericType: false };

    private static Type? FormOf(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(FormPage<>)) return at.GetGenericArguments()[0];
        return null;
    }

    private static object? Value(string field, string? text) => text is null ? null
        : field == nameof(Form.Day) ? DateOnly.ParseExact(text, "yyyy-MM-dd") : field == nameof(Form.Box) ? bool.Parse(text) : text;

    private static string? Said(string field, object? kept, object? typed, IEnumerable<SelectListItem>? offered)
    {
        var form = new Form();
        var property = typeof(Form).GetProperty(field)!;
        property.SetValue(form, kept);
        return new TheirVersion(form).Of($"Form.{field}", typed, Described.GetMetadataForProperty(typeof(Form), field), offered);
    }

    /// <summary>As the pages see it, attributes and all.</summary>
    private static readonly IModelMetadataProvider Described = new ServiceCollection().AddLogging().AddMvcCore().AddDataAnnotations().Services.BuildServiceProvider().GetRequiredService<IModelMetadataProvider>();
}
