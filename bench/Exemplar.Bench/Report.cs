using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Exemplar.Bench;

/// <summary>docs/performance.md: one section for each workload, replaced when it is measured again.</summary>
internal static class Report
{
    private const string Head = """
        # Performance

        Goals are ratios to a raw baseline that runs in turns with ours on the same machine in the same minute: absolute figures
        say more about the machine than about the program. Each figure is the median of several rounds after a warm-up
        long enough for the runtime to have compiled both sides well; a start is always cold and has none.
        `./dev bench [NAME…] --write` measures and replaces the sections below. Figures that miss their goal stay here.

        """;

    private static string? Sdk => typeof(Report).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Sdk").Value;

    public static string Machine => $"{Environment.ProcessorCount} CPUs, {RuntimeInformation.OSDescription.Trim()}, SDK {Sdk}, {RuntimeInformation.FrameworkDescription} ({RuntimeInformation.ProcessArchitecture})";

    public static void Write(IReadOnlyDictionary<string, IReadOnlyList<Figure>> measured)
    {
        var file = Path.Combine(Programs.Root, "docs", "performance.md");
        var sections = File.Exists(file) ? Sections(File.ReadAllText(file)) : [];
        foreach (var (name, figures) in measured) sections[name] = Section(name, figures);

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Head + '\n' + string.Join('\n', sections.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value)));
    }

    private static string Section(string name, IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder($"## {name}\n\n{Machine}; `./dev bench {name}`\n\n| What | Measured | Goal | |\n|---|---|---|---|\n");
        foreach (var figure in figures) text.Append(figure.Row).Append('\n');
        return text.ToString();
    }

    private static Dictionary<string, string> Sections(string written) =>
        written.Split("\n## ").Skip(1).ToDictionary(s => s.Split('\n')[0].Trim(), s => $"## {s.TrimEnd('\n')}\n");
}
