using System.Net;
using Exemplar.Platform.Data;
using Exemplar.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Exemplar.Tests.Durability;

/// <summary>F8, F10, F21, F22: another program holds the database, the server drops its connections, two save at once, one sends again and again.</summary>
public sealed class BusyDatabaseTests : HouseTests
{
    private string Address => $"/units/{House.Office.Id}/new";

    [SqliteFact]
    public async Task While_another_program_holds_the_file_the_answer_is_to_try_again_and_afterwards_it_works()
    {
        App.Services.GetRequiredService<WriteGate>().Patience = 1;
        var page = await Committee.Open(Address);
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(App.DataFolder, "exemplar.db")};Pooling=false"))
        {
            await other.OpenAsync();
            await using var hold = other.BeginTransaction();
            var answer = await Committee.SendForm(page, Address, Fields(Guid.CreateVersion7(), "迟来的科"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            Assert.Contains("现在太忙", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await Committee.SendForm(page, Address, Fields(Guid.CreateVersion7(), "迟来的科"))).StatusCode);
    }

    [PostgresFact]
    public async Task When_the_server_drops_every_connection_nothing_answered_is_lost_and_work_goes_on()
    {
        var page = await Committee.Open(Address);
        HashSet<Guid> answered = [];
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                var id = Guid.CreateVersion7();
                var answer = await Committee.SendForm(page, Address, Fields(id, $"科 {w}-{n}"));
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
                if (answer.StatusCode is HttpStatusCode.Redirect) lock (answered) answered.Add(id);
            }
        })).ToList();
        for (var drop = 0; drop < 5; drop++)
        {
            await Task.Delay(150);
            await App.Read(db => Drop(db.Database.GetConnectionString()!));
        }
        await stop.CancelAsync();
        await Task.WhenAll(writing);

        Assert.NotEmpty(answered);
        var there = await App.Read(db => db.Units.Where(u => answered.Contains(u.Id)).Select(u => u.Id).ToListAsync());
        Assert.Empty(answered.Except(there));
        Assert.Equal(HttpStatusCode.Redirect, (await Committee.SendForm(page, Address, Fields(Guid.CreateVersion7(), "之后的科"))).StatusCode);
    }

    [Fact]
    public async Task One_form_sent_thirty_two_times_at_once_has_one_effect_and_one_answer()
    {
        var (page, id) = (await Committee.Open(Address), Guid.CreateVersion7());
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Committee.SendForm(page, Address, Fields(id, "只设一次的科")))));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Redirect, answers[0].Headers.Location), (a.StatusCode, a.Headers.Location)));
        Assert.Equal((1, 1), (await App.Read(db => db.Units.CountAsync(u => u.Name == "只设一次的科")), await App.Read(db => db.LogEntries.CountAsync(e => e.RecordId == id))));
    }

    [Fact]
    public async Task Of_two_who_save_the_same_version_one_is_kept_and_the_other_is_told()
    {
        var address = $"/units/{House.General.Id}/edit";
        for (var round = 0; round < 12; round++)
        {
            var (one, other) = (await Committee.Open(address), await Committee.Open(address));
            var names = new[] { $"甲方案 {round}", $"乙方案 {round}" };
            var answers = await Task.WhenAll(
                Task.Run(() => Committee.SubmitForm(one, address, "main form", ("Form.Name", names[0]))),
                Task.Run(() => Committee.SubmitForm(other, address, "main form", ("Form.Name", names[1]))));
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
            var kept = names[Array.FindIndex(answers, a => a.StatusCode is HttpStatusCode.Redirect)];
            Assert.Equal(kept, await App.Read(db => db.Units.Where(u => u.Id == House.General.Id).Select(u => u.Name).SingleAsync()));
        }
    }

    private static (string, string)[] Fields(Guid id, string name) => [("Form.Id", id.ToString()), ("Form.Kind", "Department"), ("Form.Name", name)];

    private static async Task<int> Drop(string connection)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync();
        await using var command = server.CreateCommand();
        command.CommandText = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = $1";
        command.Parameters.AddWithValue(new NpgsqlConnectionStringBuilder(connection).Database!);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
