using Xunit.Abstractions;

namespace Exemplar.Tests.Platform.Log.Verification;

public sealed class VerifyLogTests(SealedHouse house, ITestOutputHelper output) : IClassFixture<SealedHouse>
{
    [Fact]
    public async Task A_house_that_nobody_tampered_with_is_clean()
    {
        var seen = await house.Verify(house.Kept);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await house.Verify(house.Kept);
        output.WriteLine($"{seen.Entries} entries, {seen.Sealed} sealed, {seen.Checkpoints} checkpoints, {seen.Records} records, {watch.ElapsedMilliseconds} ms");

        Assert.Empty(seen.Findings.Select(f => f.ToString()));
        Assert.True(seen is { Entries: > 1000, Checkpoints: 3, Records: > 500 } && seen.Sealed == seen.Entries, seen.ToString());
    }
}
