using System.Diagnostics;
using Exemplar.Tests.Authorization;
using Exemplar.Tests.Support;
using Xunit.Abstractions;

namespace Exemplar.Tests.Durability;

/// <summary>
/// F2: the power is cut. What the disk holds is what was flushed (tests/power-loss/shim.c), not what the page cache still knew.
/// The controls show that the test can fail: a disk that answers flushes of the log file without doing them is what synchronous=NORMAL
/// trusts in, one that does none is synchronous=OFF.
/// </summary>
public sealed class PowerLossTests(ITestOutputHelper output)
{
    [PowerLossFact]
    public async Task What_was_answered_before_the_power_went_is_on_the_disk()
    {
        var (rounds, acknowledged) = (Torture.IsOn ? 100 : 2, 0);
        for (var round = 0; round < rounds; round++)
        {
            var (writes, lost) = await CutPower(lies: "");
            Assert.Empty(lost);
            acknowledged += writes.Acknowledged;
        }
        output.WriteLine($"{rounds} power cuts, {acknowledged} acknowledged writes, 0 lost");
        Assert.True(acknowledged > rounds * 10, $"{acknowledged} writes prove little");
    }

    [PowerLossTheory, InlineData("-wal"), InlineData("*")]
    public async Task A_disk_that_only_says_that_it_flushed_loses_what_was_answered(string lies)
    {
        var (writes, lost) = await CutPower(lies);
        output.WriteLine($"flushes of {lies} not done: {lost.Count} of {writes.Acknowledged} acknowledged writes lost");
        Assert.NotEmpty(lost);
    }

    private static async Task<(AcknowledgedWrites Writes, List<string> Lost)> CutPower(string lies)
    {
        await using var house = await RunningHouse.SetUp();
        await house.Kill();
        var copies = Directory.CreateDirectory(Path.Combine(house.Root, "disk")).FullName;
        foreach (var file in Directory.GetFiles(house.DataFolder, "exemplar.db*")) File.Copy(file, Path.Combine(copies, Path.GetFileName(file)));
        await house.Start(new Dictionary<string, string> { ["LD_PRELOAD"] = PowerLoss.Shim!, ["SHIM_FOLDER"] = house.DataFolder, ["SHIM_COPIES"] = copies, ["SHIM_LIES"] = lies });

        var writes = new AcknowledgedWrites(house);
        var writing = writes.Write(CancellationToken.None);
        while (writes.Acknowledged < 20 && !writing.IsCompleted) await Task.Delay(10);
        await Task.Delay(Random.Shared.Next(100, 600));
        await house.Kill();
        await writing;

        foreach (var file in Directory.GetFiles(house.DataFolder, "exemplar.db*")) File.Delete(file);
        foreach (var file in Directory.GetFiles(copies, "exemplar.db*").Where(f => !f.EndsWith(".draft", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal))) File.Copy(file, Path.Combine(house.DataFolder, Path.GetFileName(file)));
        return (writes, await writes.Lost(sound: lies.Length == 0));
    }
}

/// <summary>The shim, compiled once for the run; null where there is no compiler.</summary>
internal static class PowerLoss
{
    public static string? Shim { get; } = Compile();

    public static string? Missing => TestDatabase.OnPostgres ? "asks SQLite about itself, and the suite runs on PostgreSQL" : Shim is null ? "no C compiler (cc) is installed" : null;

    private static string? Compile()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var shim = Path.Combine(Directory.CreateTempSubdirectory("exemplar-shim-").FullName, "shim.so");
        try
        {
            using var cc = Process.Start("cc", ["-shared", "-fPIC", "-O1", "-o", shim, Path.Combine(SourceTree.Root, "tests", "power-loss", "shim.c"), "-ldl"])!;
            cc.WaitForExit();
            return cc.ExitCode == 0 ? shim : throw new InvalidOperationException("shim.c does not compile");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

public sealed class PowerLossFactAttribute : FactAttribute
{
    public PowerLossFactAttribute() => Skip = PowerLoss.Missing;
}

public sealed class PowerLossTheoryAttribute : TheoryAttribute
{
    public PowerLossTheoryAttribute() => Skip = PowerLoss.Missing;
}
