using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.Branches;

internal static class ShownSteps
{
    /// <summary>What a unit's page says became of it.</summary>
    public static async Task<IEnumerable<string>> StepsOf(this HttpClient browser, Guid unit) =>
        (await browser.Open($"/units/{unit}")).QuerySelectorAll("details li").Where(li => li.QuerySelector(".muted") is not null)
            .Select(li => string.Join(' ', li.TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)));
}
