using Exemplar.Browser.Support;

namespace Exemplar.Browser;

[Collection(nameof(DemoOffice))]
public sealed class MeasureJourneyTests(Demo demo)
{
    private const string Speech = "mission/mobilization-speech.zh-Hans.txt";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public Task Three_people_take_a_measure_of_the_speech_from_proposal_to_acceptance(int width) => new MeasureJourney(demo, width).OfTheDemosSpeech();

    [Fact]
    public Task The_same_works_with_scripts_switched_off() => new MeasureJourney(demo, 1440, script: false).OfTheDemosSpeech();

    [SharedFact(Speech)]
    public async Task The_same_works_with_the_source_speech_pasted() =>
        await new MeasureJourney(demo, 1440).OfThisSpeech(await File.ReadAllTextAsync(SharedFolder.Find(Speech)!));
}
