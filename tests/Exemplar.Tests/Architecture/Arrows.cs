using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Architecture;

/// <summary>Finds the arrows that a compiled assembly and its sources draw between top-level folders.</summary>
internal static partial class Arrows
{
    /// <summary>The database context is the one type that may know every capability.</summary>
    private static readonly string[] KnowEverything = ["AppDb", "SqliteDb", "PostgresDb"];

    public static IReadOnlyList<Arrow> Compiled(System.Reflection.Assembly assembly, string root)
    {
        var loaded = new ArchLoader().LoadAssemblies(assembly).Build();
        return [.. (from type in loaded.Types
                    let @from = FolderOf(type, root)
                    where @from is not null && !KnowsEverything(type)
                    from target in type.Dependencies.Select(d => d.Target)
                    let to = FolderOf(target, root)
                    where to is not null && to != @from && !KnowsEverything(target)
                    select new Arrow(@from, to, $"{type.FullName} uses {target.FullName}")).Distinct()];
    }

    public static IEnumerable<Arrow> Written(SourceFile file)
    {
        var parts = file.Path["src/Exemplar/".Length..].Split('/');
        if (parts.Length == 1 || file.Name.StartsWith("AppDb.", StringComparison.Ordinal)) return [];   // root files and the database context
        return Using().Matches(file.Text).Select(m => m.Groups["to"].Value).Where(to => to != parts[0]).Select(to => new Arrow(parts[0], to, file.Path));
    }

    private static bool KnowsEverything(IType type) => type.Name is var name && KnowEverything.Any(known => name == known || name.StartsWith($"{known}+", StringComparison.Ordinal))
        || type.FullName.Contains(".Migrations.", StringComparison.Ordinal) || KnowEverything.Any(known => type.FullName.Contains($".{known}+", StringComparison.Ordinal));

    /// <summary>The folder is the namespace's first part below the root; types of the root files have none.</summary>
    private static string? FolderOf(IType type, string root) =>
        type.FullName.StartsWith($"{root}.", StringComparison.Ordinal) && type.FullName[(root.Length + 1)..].Split('.') is [var folder, _, ..] ? folder : null;

    [GeneratedRegex(@"^\s*@?(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?Exemplar\.(?<to>\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
