using System.CommandLine;

namespace Exemplar.Tests;

public sealed class RulesCommandsTests : IDisposable
{
    private const string Status = "status: { number: confident, article: confident, reading: confident }";
    private readonly string folder = Directory.CreateTempSubdirectory("exemplar-rules-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (int Code, string Said, string Faults) Check(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = Commands.Rules().Parse(["check", .. arguments]).Invoke(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private void Write(string file, string rules) => File.WriteAllText(Path.Combine(folder, file), rules);

    [Fact]
    public void The_catalogue_that_comes_along_has_no_fault()
    {
        var (code, said, faults) = Check();
        Assert.Equal((0, ""), (code, faults));
        Assert.Matches(@"^5 个文件，\d{2,3} 条规则，没有问题\s*$", said);
    }

    [Fact]
    public void Faults_of_shape_are_told_by_file_and_the_others_are_looked_at_nevertheless()
    {
        Write("1.yaml", $"- {{ id: LOC-01, title: 例, source: 例, article: 例, {Status}, perod: month }}");
        Write("2.yaml", "- { id: [");
        Write("3.yaml", $"- {{ id: LOC-03, title: 例, source: 例, article: 例, {Status}, scope: {{ units: [Branch] }}, period: month, require: {{ measure: count, of: [held.members] }} }}");

        var (code, said, faults) = Check(folder);
        Assert.Equal(1, code);
        Assert.Contains("1.yaml", faults, StringComparison.Ordinal);
        Assert.Contains("2.yaml", faults, StringComparison.Ordinal);
        Assert.Contains("LOC-03：没有写不少于多少或者不多于多少", faults, StringComparison.Ordinal);
        Assert.StartsWith("3 个文件，1 条规则，3 处要改", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scope: { units: [Brunch] }, period: month, require: { measure: count, of: [held.members], atLeast: 1 }", "没有“Brunch”这种单位")]
    [InlineData("period: month, require: { measure: count, of: [held.members], atLeast: 1 }", "没有写对谁要求")]
    [InlineData("scope: { units: [Branch] }, require: { measure: count, of: [held.members], atLeast: 1 }", "没有写按什么周期计算")]
    [InlineData("scope: { units: [Branch] }, require: { measure: term, of: [elected] }", "任期没有写几年")]
    [InlineData("scope: { units: [Branch] }, period: year, require: { measure: count, atLeast: 1 }", "没有写计入哪些记录")]
    [InlineData("scope: { units: [Branch] }, period: year, require: { measure: members, atLeast: 9, atMost: 3 }", "atLeast 大于 atMost")]
    [InlineData("effectiveFrom: 2026-01-01, effectiveTo: 2025-01-01", "effectiveTo 早于 effectiveFrom")]
    public void A_rule_that_would_count_nothing_is_named(string rest, string fault)
    {
        Write("local.yaml", $"- {{ id: LOC-01, title: 例, source: 例, article: 例, {Status}, {rest} }}");
        Assert.StartsWith($"LOC-01：{fault}", Check(folder).Faults, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_versions_in_force_on_one_day_and_a_block_on_what_is_not_sure_are_faults()
    {
        const string Rest = "scope: { units: [Branch] }, period: year, require: { measure: members, atLeast: 3 }";
        Write("local.yaml", $$"""
            - { id: LOC-01, title: 例, source: 例, article: 例, {{Status}}, effectiveFrom: 2024-01-01, {{Rest}} }
            - { id: LOC-01, title: 例, source: 例, article: 例, {{Status}}, effectiveFrom: 2026-01-01, {{Rest}} }
            - { id: LOC-02, title: 例, source: 例, article: 例, severity: block, status: { number: local, article: local, reading: local }, {{Rest}} }
            """);
        var faults = Check(folder).Faults;
        Assert.Contains("LOC-01：两个版本在 2026-01-01 同时有效", faults, StringComparison.Ordinal);
        Assert.Contains("LOC-02：数量没有核实", faults, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rules_is_said() => Assert.Contains("没有 .yaml 文件", Check(folder).Faults, StringComparison.Ordinal);
}
