using System.Globalization;
using Exemplar.Browser.Support;
using Xunit.Abstractions;

namespace Exemplar.Browser;

[Collection(nameof(DemoOffice))]
public sealed class DayOneJourneyTests(Demo demo, ITestOutputHelper output)
{
    [Fact]
    public async Task One_person_with_the_sheets_that_exist_has_years_terms_forms_and_prints_in_sixty_inputs()
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).Date);
        await using var empty = await RunningProduct.Empty();
        await using var visitor = await Visitor.At(demo.Chromium, empty.Address, 1440, script: true);
        var journey = new DayOneJourney(empty, visitor, new(today));
        await journey.OfTheWholeDay();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{journey.Inputs} inputs, {journey.Seconds:0.0} s with every page looked at, {OfficeSheets.Branches} branches, {OfficeSheets.Branches * OfficeSheets.Members} people"));
        Assert.True(journey.Inputs <= DayOneJourney.MostInputs, $"{journey.Inputs} inputs");
    }
}
