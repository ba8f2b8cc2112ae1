using Exemplar.Tests.Support;

namespace Exemplar.Tests.Architecture;

/// <summary>What every form owes whoever fills it in.</summary>
public sealed class FormTests
{
    /// <summary>Doors are not filled in, they are passed.</summary>
    private static readonly string[] Doors = ["SignIn.cshtml", "EnterCode.cshtml", "SetUp.cshtml"];

    [Fact]
    public void Every_form_says_how_long_it_takes()
    {
        var forms = SourceTree.Files("src/Exemplar", ".cshtml").Where(page => page.Text.Contains("<form method=\"post\" class=\"card", StringComparison.Ordinal) && !Doors.Contains(page.Name)).ToList();
        Assert.True(forms.Count > 30);
        Assert.Empty(forms.Where(page => !page.Text.Contains('约')).Select(page => page.Path));
    }
}
