namespace Exemplar.Tests.Support;

/// <summary>One hand-written file; <paramref name="Path"/> counts from the root of the repository, with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>The repository that these tests were built from.</summary>
public static class SourceTree
{
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/Migrations/", "/wwwroot/lib/", "/TestResults/", "/node_modules/"];

    public static string Root { get; } = FindRoot();

    /// <summary>Hand-written files under a folder; generated ones, migrations and packages are nobody's handwriting.</summary>
    public static IEnumerable<SourceFile> Files(string under, params string[] extensions) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, under), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where extensions.Contains(Path.GetExtension(file)) && !NotOurs.Any(part => $"/{path}".Contains(part, StringComparison.Ordinal))
        orderby path
        select new SourceFile(path, File.ReadAllText(file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Exemplar.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository: Exemplar.slnx is in no folder above them");
    }
}
