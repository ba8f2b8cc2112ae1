using System.Text.RegularExpressions;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Tests.Architecture;

/// <summary>A slice can be found by its name, has its tests beside it, and is nobody's base class.</summary>
public sealed partial class SliceTests
{
    private static readonly HashSet<string> TestClasses = [.. typeof(SliceTests).Assembly.GetTypes().Where(t => t.IsPublic).Select(t => t.FullName!)];

    [Fact]
    public void Every_page_has_a_test_class_of_its_name()
    {
        var pages = SourceTree.Files("src/Exemplar", ".cshtml").Where(IsSlice).Select(p => p.Path).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(page => !TestClasses.Contains(TestsOf(page))));
        Assert.DoesNotContain(TestsOf("src/Exemplar/Tasks/NobodyTestsThis.cshtml"), TestClasses);
        Assert.Equal("Exemplar.Tests.People.Accounts.LockAccountTests", TestsOf("src/Exemplar/People/Accounts/LockAccount.cshtml"));
    }

    [Fact]
    public void Handlers_and_page_models_are_sealed()
    {
        var open = typeof(Application).Assembly.GetTypes().Where(t => IsOpenHandler(t) && t.Namespace != "AspNetCoreGeneratedDocument");
        Assert.Empty(open.Select(t => t.FullName));
        Assert.True(IsOpenHandler(typeof(OpenHandler)));
    }

    private static bool IsSlice(SourceFile page) =>
        Page().IsMatch(page.Text) && !page.Name.StartsWith('_') && !page.Path.StartsWith("src/Exemplar/Platform/Web/", StringComparison.Ordinal);

    private static string TestsOf(string page) => page.Replace("src/Exemplar/", "Exemplar.Tests.", StringComparison.Ordinal).Replace(".cshtml", "Tests", StringComparison.Ordinal).Replace('/', '.');

    /// <summary>Razor compiles a page without a model of its own into a class that nobody writes.</summary>
    private static bool IsOpenHandler(Type type) => type is { IsClass: true, IsAbstract: false, IsSealed: false }
        && !type.Name.Contains('<', StringComparison.Ordinal) && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type)
        && (type.IsSubclassOf(typeof(PageModel)) || type.GetMethods().Any(m => m.Name is "Handle" or "Show" or "Open"));

    [GeneratedRegex(@"^\s*@page\b", RegexOptions.Multiline)]
    private static partial Regex Page();

#pragma warning disable CA1852   // open on purpose: the check must see it
    private class OpenHandler
#pragma warning restore CA1852
    {
        public static int Handle() => 0;
    }
}
