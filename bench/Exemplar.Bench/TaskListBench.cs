using System.Text;
using Exemplar.Kernel;
using Exemplar.Platform.Data;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>The task list as a browser gets it, against an endpoint of the same host that asks the same and writes the same HTML by hand.</summary>
internal sealed class TaskListBench : IWorkload
{
    private const double Goal = 0.5;
    private const int Readers = 8;
    private const int RequestsEach = 60;

    public static string Name => "tasks";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var data = await Programs.Demo(await Programs.Publish(Path.Combine(Programs.Root, "src/Exemplar/Exemplar.csproj")));
        await using var app = Application.Build(data, urls: "http://127.0.0.1:0");
        app.MapGet("/raw", Raw).WithMetadata(new NeedsAttribute(TasksCapability.View));
        await app.Prepare(default);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        using var reader = await SignedIn.As(address, data, "office");
        var (page, bare) = (await reader.GetStringAsync("/tasks?Show=All"), await reader.GetStringAsync("/raw"));
        var (rows, rawRows) = (Count(page), Count(bare));
        if (rows != rawRows || rows == 0) throw new InvalidOperationException($"The page has {rows} rows, the raw one {rawRows}: they are not the same");

        var (ours, raw) = await Measure.Alternate(() => Load(reader, "/tasks?Show=All"), () => Load(reader, "/raw"));
        const double requests = Readers * RequestsEach;
        return [Figure.AtLeast("task list, requests/s", raw / ours, Goal, "× raw", $"{requests / ours * 1000:0} against {requests / raw * 1000:0} requests/s, {rows} rows, {page.Length} and {bare.Length} characters, {Readers} at a time")];
    }

    private static Task Load(HttpClient reader, string url) => Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
    {
        for (var i = 0; i < RequestsEach; i++) (await reader.GetAsync(url)).EnsureSuccessStatusCode();
    }));

    private static int Count(string html) => html.Split("<tr>").Length - 2;   // without the head

    /// <summary>The same gate, the same queries, the same rows and the same frame around them.</summary>
    private static async Task Raw(HttpContext context, TaskList list, Actor actor)
    {
        var shown = await list.Show(new(TaskFilter.All), context.RequestAborted);
        var html = new StringBuilder(32_000);
        html.Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\" /><title>任务 · 表率</title><link rel=\"stylesheet\" href=\"/site.css\" /></head><body><header class=\"top\"><span>")
            .Append(actor.Account.Name).Append("</span></header><main id=\"main\"><h1>任务</h1><form class=\"card filter\"><select id=\"Unit\" name=\"Unit\">");
        foreach (var unit in shown.Units) html.Append("<option value=\"").Append(unit.Id).Append("\">").Append(unit.Name).Append("</option>");
        html.Append("</select></form><section id=\"tasks\" class=\"card\"><table class=\"cards\"><thead><tr><th>任务</th><th>承办单位</th><th>时限</th><th>状态</th></tr></thead><tbody>");
        foreach (var row in shown.Rows)
        {
            html.Append("<tr><td data-label=\"任务\"><a href=\"/assignments/").Append(row.Id).Append("\">").Append(row.Title).Append("</a></td><td data-label=\"承办单位\">").Append(row.Unit).Append(row.Leads ? "" : "（配合）")
                .Append("</td><td data-label=\"时限\">").Append(row.DueOn.Iso()).Append(" <span class=\"due ").Append(row.Due.State).Append("\">").Append(row.Due.Words)
                .Append("</span></td><td data-label=\"状态\"><span class=\"badge\">").Append(row.State.Name()).Append("</span></td></tr>");
        }
        html.Append("</tbody></table></section></main></body></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html.ToString());
    }
}
