using Exemplar.Tests.Support;

namespace Exemplar.Tests.Architecture;

public sealed class DependencyMapTests
{
    private static readonly string[] NoCapability = ["bin", "obj", "wwwroot", "Properties"];

    [Fact]
    public void Compiled_types_know_only_what_stands_above_them()
    {
        var arrows = Arrows.Compiled(typeof(Application).Assembly, "Exemplar");

        Assert.Contains(arrows, a => a is { From: "Campaigns", To: "Tasks" });   // the loader sees something at all
        Assert.Empty(arrows.Where(a => !a.IsAllowed));
    }

    [Fact]
    public void Sources_name_only_what_stands_above_them()
    {
        var arrows = SourceTree.Files("src/Exemplar", ".cs", ".cshtml").SelectMany(Arrows.Written).ToList();

        Assert.Contains(arrows, a => a is { From: "Campaigns", To: "Tasks" });
        Assert.Empty(arrows.Where(a => !a.IsAllowed));
    }

    [Fact]
    public void What_reads_and_writes_formats_knows_neither_platform_nor_capability()
    {
        var arrows = Arrows.Compiled(typeof(Application).Assembly, "Exemplar").Where(a => a is { From: "Documents", To: not "Kernel" }).ToList();

        Assert.Contains(arrows, a => !IsLibrary(a.Where));   // the pages do know the platform
        Assert.Empty(arrows.Where(a => IsLibrary(a.Where)));

        static bool IsLibrary(string where) => !where.StartsWith("Exemplar.Documents.Templates.", StringComparison.Ordinal) || where.StartsWith("Exemplar.Documents.Templates.Blanks.", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_of_the_product_stands_in_the_map()
    {
        var folders = Directory.GetDirectories(Path.Combine(SourceTree.Root, "src/Exemplar")).Select(Path.GetFileName).Except(NoCapability);
        Assert.Empty(folders.Except(DependencyMap.Folders));
    }

    [Theory]
    [InlineData("HoldsAField")]
    [InlineData("UsesInsideALambda")]
    public void A_compiled_breach_is_found(string breach)
    {
        var arrows = Arrows.Compiled(typeof(DependencyMapTests).Assembly, "Exemplar.Tests.Architecture.Seeded");
        Assert.Contains(arrows, a => a is { From: "Kernel", To: "Campaigns", IsAllowed: false } && a.Where.Contains(breach, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src/Exemplar/Tasks/TaskList.cs", "using Exemplar.Campaigns;")]
    [InlineData("src/Exemplar/Tasks/TaskList.cshtml", "@page\n@using Exemplar.Agenda\n")]
    [InlineData("src/Exemplar/Kernel/Names.cs", "using static Exemplar.Platform.Web.Html;")]
    [InlineData("src/Exemplar/Platform/Web/Menu.cs", "using Exemplar.Documents;")]
    [InlineData("src/Exemplar/Documents/Templates/FillForm.cs", "using Old = Exemplar.Organization.Unit;")]
    [InlineData("src/Exemplar/Campaigns/Campaign.cs", "using Exemplar.Meetings;")]
    public void A_written_breach_is_found(string path, string line) =>
        Assert.Contains(Arrows.Written(new(path, $"using System;\n{line}\nnamespace X;")), a => !a.IsAllowed);
}
