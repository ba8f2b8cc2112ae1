using Exemplar;
using System.CommandLine;

var root = new RootCommand("Exemplar 表率：模范机关创建")
{
    Commands.Serve(),
};
return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();
