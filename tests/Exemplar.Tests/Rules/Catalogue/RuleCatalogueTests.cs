using System.Text.Json;
using Exemplar.Rules.Catalogue;
using Exemplar.Tests.Support;
using NJsonSchema;

namespace Exemplar.Tests.Rules.Catalogue;

public sealed class RuleCatalogueTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.Read();

    [Fact]
    public void Every_rule_of_the_field_stands_in_the_catalogue()
    {
        string[] wanted =
        [
            .. Ids("ORG", 13), .. Ids("ELE", 13), .. Ids("MTG", 14), .. Ids("ORD", 5), .. Ids("EDU", 6),
        ];
        Assert.Empty(wanted.Except(Catalogue.All.Select(r => r.Id)));
    }

    [Fact]
    public async Task Every_file_has_the_shape_that_the_schema_gives()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(SourceTree.Root, "rules", "catalogue.schema.json"));
        foreach (var file in Directory.GetFiles(Path.Combine(SourceTree.Root, "rules", "catalogue"), "*.yaml"))
            Assert.Empty(schema.Validate(RuleCatalogue.ToJson(await File.ReadAllTextAsync(file))).Select(e => $"{Path.GetFileName(file)}: {e}"));
        Assert.NotEmpty(schema.Validate(RuleCatalogue.ToJson("- { id: X-01, title: 缺来源 }")));
    }

    [Fact]
    public void Only_a_confident_number_may_block() =>
        Assert.Empty(Catalogue.All.Where(r => r.Severity is Severity.Block && r.Status.Number is not Certainty.Confident).Select(r => r.Id));

    [Fact]
    public void Whatever_is_not_confident_says_so_to_the_reader()
    {
        Assert.Equal("数量和解释按地方口径", Catalogue.Latest("MTG-04")!.Status.InWords);
        Assert.Equal("条款待核", Catalogue.Latest("EDU-01")!.Status.InWords);
        Assert.Empty(Catalogue.Latest("MTG-01")!.Status.InWords);
    }

    [Fact]
    public void A_misspelt_key_is_an_error_that_names_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-rules-").FullName;
        File.WriteAllText(Path.Combine(folder, "local.yaml"), "- { id: L-01, title: 例, source: 例, article: 例, status: { number: local, article: local, reading: local }, perod: month }");
        Assert.Contains("local.yaml", Assert.Throws<JsonException>(() => RuleCatalogue.Read(folder)).Message);
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> Ids(string family, int count) => Enumerable.Range(1, count).Select(n => $"{family}-{n:D2}");
}
