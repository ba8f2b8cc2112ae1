using System.CommandLine;
using System.Text.Json;
using Exemplar.Organization;
using Exemplar.Rules.Catalogue;

namespace Exemplar;

/// <summary><c>exemplar rules check [DIR]</c>: 0 when the catalogue can be used as it is, 1 with a line for each fault when not.</summary>
internal static class RulesCommands
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "规则目录（*.yaml）；不填用程序自带的", DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "rules", "catalogue") };
        var check = new Command("check", "检查规则文件：格式、版本、周期、对象") { folder };
        check.SetAction(options => Check(options.GetValue(folder)!, options.InvocationConfiguration.Output, options.InvocationConfiguration.Error));
        return new Command("rules", "规则目录") { check };
    }

    private static int Check(string folder, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"没有 {folder} 这个目录");
            return 1;
        }
        List<string> faults = [];
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        List<Rule> rules = [];
        foreach (var file in files)
        {
            try
            {
                rules.AddRange(RuleCatalogue.Parse(file));
            }
            catch (JsonException wrong)
            {
                faults.Add(wrong.Message);   // one file may be mended while the others are looked at
            }
        }
        faults.AddRange(RuleFaults.In(rules, Enum.GetNames<UnitKind>()));
        if (files.Count == 0) faults.Add($"{folder} 里没有 .yaml 文件");
        foreach (var fault in faults) error.WriteLine(fault);
        output.WriteLine($"{files.Count} 个文件，{rules.Count} 条规则，{(faults.Count == 0 ? "没有问题" : $"{faults.Count} 处要改")}");
        return faults.Count == 0 ? 0 : 1;
    }
}
