namespace Exemplar.Tests.Support;

/// <summary>A test that reads material the repository must not ship; it skips visibly where that is absent.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string needed)
    {
        if (SharedFolder.Find(needed) is null) Skip = $"{needed} is neither beside the repository in shared/ nor under EXEMPLAR_SHARED";
    }
}

public static class SharedFolder
{
    /// <summary>The path of a file or folder under shared/; null when it is not there.</summary>
    public static string? Find(string relative)
    {
        if (Environment.GetEnvironmentVariable("EXEMPLAR_SHARED") is { Length: > 0 } given && Existing(Path.Combine(given, relative)) is { } set) return set;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Existing(Path.Combine(folder.FullName, "shared", relative)) is { } found) return found;
        return null;
    }

    private static string? Existing(string path) => Path.Exists(path) ? path : null;
}
