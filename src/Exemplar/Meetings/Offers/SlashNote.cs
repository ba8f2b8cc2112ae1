using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Offers;

/// <summary>A superior's note that who has no Party groups writes a stroke and not 0: 没有党小组的，“党小组会次数”填“/”; 无此项的填“／”; 不涉及填“/”.</summary>
internal static partial class SlashNote
{
    public static bool IsIn(IEnumerable<string> notes) => notes.Any(note => Stroke().IsMatch(Room().Replace(note, "")));

    // Between what there is none of and 填 stand only words that say whose or which cell: 没有支委会的填“/” is about something else.
    [GeneratedRegex("""(?:(?:没有(?:设立?|成立|划分)?|没设立?|无|未设立?|不设立?|未成立|未划分)(?:党小组|此项|该项|此类|相关)?(?:内容|情况|工作|会议|事项)?|不涉及)(?:的|者|[，,：:、]|党小组会(?:议)?|次数|一栏|本栏|该栏|此栏|相应栏|栏|处|一律|统一|请|可|则|以|用|党?支部|单位|[“”"‘’'「」《》])*填(?:写|报|上)?[：:“"‘'「]*[/／]""")]
    private static partial Regex Stroke();

    [GeneratedRegex(@"\s")]
    private static partial Regex Room();
}
