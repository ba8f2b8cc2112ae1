namespace Exemplar.Campaigns.Reading;

/// <summary>A reading as an indented Chinese outline for the terminal.</summary>
internal static class PlanOutline
{
    public static void Write(PlanReading reading, TextWriter output)
    {
        output.WriteLine(reading.Title.Length > 0 ? reading.Title : "（未读到标题）");
        output.WriteLine($"成文日期：{(reading.DocumentDate is { } date ? Day(date) : "未读到")}");
        Heading(output, $"结构（{Count(reading.Sections)}节）");
        foreach (var section in reading.Sections) Write(section, output);
        Heading(output, $"条目（{reading.Items.Count}条）");
        foreach (var item in reading.Items) Write(item, output);
        Heading(output, $"缺项（{reading.Gaps.Count}条）");
        foreach (var gap in reading.Gaps) output.WriteLine($"  {gap.Message}");
        Heading(output, $"清理（{reading.Cleaned.Count}处）");
        foreach (var cleaning in reading.Cleaned) output.WriteLine($"  {cleaning.Message}：{cleaning.Text}");
    }

    private static void Heading(TextWriter output, string heading)
    {
        output.WriteLine();
        output.WriteLine(heading);
    }

    private static int Count(IReadOnlyList<Section> sections) => sections.Count + sections.Sum(s => Count(s.Children));

    private static void Write(Section section, TextWriter output)
    {
        output.WriteLine($"{new string(' ', section.Level * 2)}{section.Number ?? "（缺标题）"} {section.Heading}");
        foreach (var child in section.Children) Write(child, output);
    }

    private static void Write(PlanItem item, TextWriter output)
    {
        output.WriteLine($"  [{Name(item.Kind)}] {string.Concat(item.Path)} {item.Title}（第{item.Line}行）");
        var facts = new List<string>();
        if (item.Owners.Count > 0) facts.Add("责任：" + string.Join("、", item.Owners));
        if (item.CoOwners.Count > 0) facts.Add("配合：" + string.Join("、", item.CoOwners));
        if (item.Due is { } due) facts.Add("时限：" + Day(due));
        if (item.Starts is not null || item.Ends is not null) facts.Add($"起止：{Day(item.Starts)} 至 {Day(item.Ends)}");
        if (item.Recurrence is { } recurrence) facts.Add("频次：" + recurrence);
        if (item.Targets.Count > 0) facts.Add("目标：" + string.Join("、", item.Targets));
        if (item.Unsure.Count > 0) facts.Add("存疑：" + string.Join("、", item.Unsure.Select(code => UnsureReasons.Sentences[code])));
        if (facts.Count > 0) output.WriteLine("      " + string.Join("；", facts));
    }

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd") ?? "未写明";

    private static string Name(PlanItemKind kind) => kind switch
    {
        PlanItemKind.Problem => "问题",
        PlanItemKind.Stage => "阶段",
        PlanItemKind.Measure => "措施",
        _ => "任务",
    };
}
