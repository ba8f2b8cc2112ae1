using System.Text;
using CsCheck;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Search;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Search;

/// <summary>The index says what the records say: after every commit, after none that failed, and again after a round.</summary>
public sealed class SearchIndexTests : MeetingHouse
{
    private sealed record Found(Guid Id, SearchText? Searched) : ISearched;

    private Found Text(string text) => new(Guid.CreateVersion7(), new("tests", House.FirstBranch.Id, Today, text));

    private Task<int> Bring(params Found[] records) => App.Read(async db =>
        (await db.Commit<int>(async (db, ct) => await db.BringEntries(records.ToDictionary(r => r.Id, ISearched? (r) => r), ct), default)).Value);

    private Task<List<Guid>> Holding(string word) => App.Read(db => db.Holding(Assert.Single(SearchWord.Read(word))).Distinct().ToListAsync());

    private Task<int> Round() => App.Read(db => new SearchRound(db, App.Services.GetServices<SearchedRecords>()).Run(default));

    [Fact]
    public async Task Every_stretch_of_a_Han_text_finds_it()
    {
        // few characters, so that they repeat and nearly match; two are rare ones outside the first plane
        string[] few = ["党", "员", "大", "会", "〇", "\U00020BB7", "\U0002A6D6"];
        var texts = Gen.Int[0, few.Length - 1].Select(n => few[n]).Array[1, 30];
        for (uint seed = 1; seed <= 40; seed++)
        {
            var characters = texts.Generate(new PCG(seed), null, out _);
            var record = Text(string.Concat(characters));
            await Bring(record);
            foreach (var (from, length) in Stretches(characters.Length, seed))
            {
                var stretch = string.Concat(characters.Skip(from).Take(length));
                Assert.True((await Holding(stretch)).Contains(record.Id), $"{stretch} does not find {record.Searched!.Text}");
            }
        }
    }

    /// <summary>As when an import of hundreds of meetings is taken back: the index is made anew, not mended word by word.</summary>
    [Fact]
    public async Task When_most_records_go_at_once_their_words_go_and_those_that_stay_are_found()
    {
        Found[] go = [.. Enumerable.Range(0, 520).Select(n => Text($"清明祭扫第{n}次"))], stay = [Text("清明植树"), Text("重阳走访")];
        await Bring([.. go, .. stay]);
        Assert.Equal(521, (await Holding("清明")).Count);

        await App.Read(async db => (await db.Commit<int>(async (db, ct) => await db.BringEntries(go.ToDictionary(r => r.Id, ISearched? (_) => null), ct), default)).Value);
        Assert.Equal([stay[0].Id], await Holding("清明"));
        Assert.Equal([stay[1].Id], await Holding("走访"));
        Assert.Empty(await Holding("祭扫"));
        await Bring(Text("祭扫英烈"));
        Assert.Single(await Holding("祭扫"));
    }

    private static IEnumerable<(int From, int Length)> Stretches(int size, uint seed)
    {
        yield return (size - 1, 1);
        yield return (0, size);
        for (var n = 0; n < 4; n++)
            if ((int)((seed * 7 + n * 13) % size) is var from) yield return (from, 1 + (int)((seed + n * 5) % (size - from)));
    }

    [Theory]
    [InlineData("2026年3月6日召开", "2026年", true)]
    [InlineData("2026 年 3 月 6 日召开", "2026年3月6日", true)]
    [InlineData("党员、大会", "党员大会", false)]
    [InlineData("ＡＩ应用", "ai应", true)]
    [InlineData("AIGC", "AI", false)]
    [InlineData("员大会党", "党员大会", false)]
    [InlineData("学习、贯彻", "学习，贯彻", true)]
    [InlineData("9704-2012号", "9704", true)]
    [InlineData("1e5和3.14", "1e5", true)]
    public async Task Words_are_found_as_they_stand(string text, string word, bool found)
    {
        var record = Text(text);
        await Bring(record);
        Assert.Equal(found, (await Holding(word)).Contains(record.Id));
    }

    [Fact]
    public async Task A_text_of_40000_characters_is_found_by_its_first_its_last_and_whatever_stands_across_a_cut()
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(n => (char)('一' + n % 9000 + n / 9000)));
        var record = Text(text);
        await Bring(record);
        foreach (var from in (int[])[0, SearchPassage.Longest - 30, 2 * (SearchPassage.Longest - SearchPassage.Overlap) - 30, 20_000, text.Length - 60])
            Assert.Equal([record.Id], await Holding(text.Substring(from, 60)));
    }

    [Fact]
    public async Task What_was_replaced_or_taken_away_is_found_no_more_and_what_stays_is_not_written_again()
    {
        var record = Text("甲乙丙");
        Assert.Equal(1, await Bring(record));
        Assert.Equal(0, await Bring(record));
        Assert.Equal(1, await Bring(record with { Searched = record.Searched! with { Text = "甲乙丁" } }));
        Assert.Empty(await Holding("乙丙"));
        Assert.Equal([record.Id], await Holding("乙丁"));
        Assert.Equal(1, await Bring(record with { Searched = null }));
        Assert.Empty(await Holding("乙丁"));
        Assert.Equal(0, await App.Read(db => db.SearchPassages.CountAsync(p => p.RecordId == record.Id)));
    }

    [SqliteTheory]
    [InlineData("犇猋骉")]
    public async Task On_SQLite_words_that_are_gone_stand_in_no_page_of_the_file(string rare)
    {
        var record = Text($"{rare}留下");
        await Bring(record, Text("别的"));
        Assert.NotEmpty(await Places());
        await Bring(record with { Searched = record.Searched! with { Text = "留下" } });
        Assert.Empty(await Places());

        async Task<IEnumerable<string>> Places()
        {
            await App.Read(db => db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)"));
            return await App.Find(rare[..2]);
        }
    }

    [Fact]
    public async Task A_refused_commit_leaves_nothing_and_a_set_is_found_like_single_records()
    {
        var act = new Act(null, null, TestApp.Start);
        Meeting Of(string topic) => Meeting.Plan(Guid.CreateVersion7(), Kinds.Find(MeetingKind.Members)!, House.FirstBranch, new(Today, null, null, "", topic, null, null, [$"{topic}之一"]), act, Today).Value!;
        Task Insert(Meeting meeting, bool refuse) => App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            await db.InsertRecords(act, "test.given", [meeting], ct);
            return refuse ? new Refusal("不") : 0;
        }, default));

        await Insert(Of("没有留下的议题"), refuse: true);
        Assert.Empty(await Holding("没有留下"));
        var kept = Of("留下来的议题");
        await Insert(kept, refuse: false);
        Assert.Equal([kept.Id], await Holding("留下来"));
        Assert.Equal([kept.Id], await Holding("题之一"));
    }

    [Fact]
    public async Task A_round_fills_an_index_that_is_empty_and_changes_nothing_in_one_that_is_not()
    {
        var id = await Held();
        var task = await Exemplar.Tests.Tasks.GivenTask.Issued(App, House, "梳理服务事项", null, House.General);
        Assert.Equal(0, await Round());

        await App.Read(db => db.SearchPassages.ExecuteDeleteAsync());
        await App.Read(db => db.SearchEntries.ExecuteDeleteAsync());
        Assert.Empty(await Holding("学习讨论"));
        Assert.Equal(2, await Round());
        Assert.Equal([id], await Holding("学习讨论"));
        Assert.Equal([task.Id], await Holding("服务"));
        Assert.Equal(0, await Round());
    }

    [SqliteTheory]
    [InlineData("学习讨论")]
    public async Task A_round_makes_the_tables_of_words_anew_when_a_migration_has_dropped_them(string word)
    {
        var id = await Held();
        await App.Read(db => db.Database.ExecuteSqlRawAsync("""drop trigger "SearchPassages_Gone"; drop table "SearchGrams";"""));
        Assert.Equal(0, await Round());
        Assert.Equal([id], await Holding(word));
    }

    [Fact]
    public async Task Every_record_that_can_be_found_takes_part_in_the_round()
    {
        var found = await App.Read(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(ISearched).IsAssignableFrom).ToList()));
        Assert.Contains(typeof(Meeting), found);
        Assert.Equal(found.Select(t => t.Name).Order(), App.Services.GetServices<SearchedRecords>().Select(r => r.Type.Name).Order());
    }
}
