using System.CommandLine;
using Exemplar;
using Exemplar.Platform.Security;

BundledOpenSsl.LoadWhereMissing();
var root = new RootCommand("Exemplar 表率：模范机关创建") { Commands.Serve(), Commands.Demo(), Commands.Plan(), Commands.Log(), Commands.Backup(), Commands.Restore(), Commands.Account(), Commands.Rules() };
return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();
