using System.Diagnostics;
using System.Net;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Durability;

/// <summary>F3: the disk is full, a real one that holds 64 MB.</summary>
public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_full_disk_is_said_in_a_sentence_loses_nothing_and_is_forgotten_once_there_is_room()
    {
        using var disk = SmallDisk.Mount()!;
        await using var house = await RunningHouse.SetUp(disk.Folder);
        var (writes, browser) = (new AcknowledgedWrites(house), await house.SignedIn());
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Redirect, (await writes.One(browser, Guid.CreateVersion7())).StatusCode);

        disk.Fill();
        var (answer, id) = (await writes.One(browser, Guid.CreateVersion7()), Guid.Empty);
        for (var tries = 0; answer.StatusCode == HttpStatusCode.Redirect && tries < 2000; tries++) answer = await writes.One(browser, id = Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("磁盘", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/units")).StatusCode);   // who only reads notices nothing

        disk.MakeRoom();
        Assert.Equal(HttpStatusCode.Redirect, (await writes.One(browser, id)).StatusCode);   // the same form again
        await house.Kill();
        Assert.Empty(await writes.Lost());
    }
}

/// <summary>A file system in memory that is soon full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("exemplar-disk-").FullName;

    private string Ballast => Path.Combine(place, "ballast");

    public string Folder { get; private set; } = "";

    /// <summary>Why none can be had here; null where one can.</summary>
    public static string? Missing { get; } = Try();

    /// <summary>Null where this account may not mount.</summary>
    public static SmallDisk? Mount()
    {
        var disk = new SmallDisk();
        if (!Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.place))
        {
            Directory.Delete(disk.place);
            return null;
        }
        disk.Folder = Directory.CreateDirectory(Path.Combine(disk.place, "house")).FullName;
        return disk;
    }

    public void Fill()
    {
        using var file = File.Create(Ballast);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException) { }   // full
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "--lazy", place);
        Directory.Delete(place);
    }

    private static string? Try()
    {
        using var disk = OperatingSystem.IsLinux() ? Mount() : null;
        return disk is null ? "needs a Linux that lets this account mount a file system" : null;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = TestDatabase.OnPostgres ? "asks SQLite about itself, and the suite runs on PostgreSQL" : SmallDisk.Missing;
}
