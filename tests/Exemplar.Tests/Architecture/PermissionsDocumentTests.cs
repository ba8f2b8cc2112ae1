using System.Text;
using Exemplar.Kernel;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Architecture;

/// <summary>docs/permissions.md is printed from the permission tables; with EXEMPLAR_WRITE_DOCS=1 this test writes it.</summary>
public sealed class PermissionsDocumentTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    [Fact]
    public void The_printed_table_is_what_the_program_does()
    {
        var file = Path.Combine(SourceTree.Root, "docs", "permissions.md");
        var printed = Print(app.Services.GetRequiredService<PermissionTable>());
        if (Environment.GetEnvironmentVariable("EXEMPLAR_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, printed);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == printed, "docs/permissions.md is out of date: run the tests once with EXEMPLAR_WRITE_DOCS=1");
        Assert.NotEqual(printed, Print(new PermissionTable([new Permission("tasks.fly", "飞", Role.Member)])));
    }

    private static string Print(PermissionTable table)
    {
        var text = new StringBuilder("""
            # Permissions

            Who may do what. Printed from the permission tables of the capabilities by `PermissionsDocumentTests`; do not edit by hand.
            A grant is a role in a unit, with or without the units below it: the permission holds there and nowhere else.

            | Permission | 中文 | Roles |
            |---|---|---|

            """);
        foreach (var permission in table.All.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var roles = permission.Roles.Length == Enum.GetValues<Role>().Length ? "every role" : string.Join("、", permission.Roles.Order().Select(r => r.Name()));
            text.Append($"| `{permission.Name}` | {permission.Title} | {roles} |\n");
        }
        return text.ToString();
    }

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}
