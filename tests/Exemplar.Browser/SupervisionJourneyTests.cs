using Exemplar.Browser.Support;

namespace Exemplar.Browser;

[Collection(nameof(DemoOffice))]
public sealed class SupervisionJourneyTests(Demo demo)
{
    [Theory]
    [InlineData(1440, "dept5", "法规科")]
    [InlineData(390, "dept6", "会务科")]
    public Task A_month_of_supervision_is_walked_from_the_question_for_time_to_the_leaders_figures(int width, string userName, string unit) =>
        new SupervisionJourney(demo, userName, unit, width).OfTheWholeMonth();

    [Fact]
    public Task Several_are_judged_in_one_press_with_scripts_switched_off() => new SupervisionJourney(demo, "dept8", "人事科", 1440, script: false).OfOneJudgement();
}
