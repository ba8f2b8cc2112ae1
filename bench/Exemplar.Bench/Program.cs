using Exemplar.Bench;

// ./dev bench [NAME…] [--write]: ratios to a raw baseline in the same run; with --write they go into docs/performance.md.
var workloads = new Dictionary<string, Func<Task<IReadOnlyList<Figure>>>>
{
    ["plan"] = PlanReadBench.Run,
    ["tasks"] = TaskListBench.Run,
    ["weight"] = PageWeightBench.Run,
    ["start"] = StartBench.Run,
    ["roster"] = RosterBench.Run,
    ["officialdocs"] = OfficialDocumentBench.Run,
    ["export"] = ExportBench.Run,
    ["desk"] = DeskBench.Run,
    ["standings"] = StandingsBench.Run,
    ["record"] = RecordBench.Run,
    ["verify"] = VerifyBench.Run,
    ["restart"] = RestartBench.Run,
    ["past"] = PastBench.Run,
};

var chosen = args.Where(a => !a.StartsWith('-')).ToList();
if (chosen.Except(workloads.Keys).ToList() is [_, ..] unknown)
{
    Console.Error.WriteLine($"unknown workload: {string.Join(", ", unknown)}; there are {string.Join(", ", workloads.Keys)}");
    return 2;
}

Console.WriteLine(Report.Machine);
var all = new Dictionary<string, IReadOnlyList<Figure>>();
foreach (var name in chosen.Count > 0 ? chosen : [.. workloads.Keys])
{
    all[name] = await workloads[name]();
    foreach (var figure in all[name]) Console.WriteLine($"{name,-7} {figure}");
}
if (args.Contains("--write")) Report.Write(all);
return 0;
