using Exemplar.Tests.Authorization;
using Exemplar.Tests.Support;
using Xunit.Abstractions;

namespace Exemplar.Tests.Durability;

/// <summary>F1: killed in the middle of writing, again and again. Nothing acknowledged is lost, nothing is there twice or in part.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = Torture.IsOn ? 200 : 3;

    [Fact]
    public async Task Whoever_was_answered_before_a_kill_finds_what_they_wrote()
    {
        await using var house = await RunningHouse.SetUp();
        var (writes, random, restarts) = (new AcknowledgedWrites(house), new Random(1), new List<double>());
        for (var kill = 0; kill < Kills; kill++)
        {
            var writing = writes.Write(CancellationToken.None);
            var before = writes.Acknowledged;
            while (writes.Acknowledged < before + 20 && !writing.IsCompleted) await Task.Delay(10);   // however slow the machine, there is something to lose
            await Task.Delay(random.Next(300, 1200));
            await house.Kill();
            await writing;
            if (kill == Kills - 1 || kill % 20 == 0) Assert.Empty(await writes.Lost());
            restarts.Add((await house.Start()).TotalSeconds);
        }
        Assert.Empty(await writes.Lost());
        output.WriteLine($"{Kills} kills, {writes.Acknowledged} acknowledged writes, 0 lost; restart to ready {restarts.Average():0.0} s, at most {restarts.Max():0.0} s");
        Assert.True(writes.Acknowledged > Kills * 10, $"{writes.Acknowledged} writes prove little");
    }
}
