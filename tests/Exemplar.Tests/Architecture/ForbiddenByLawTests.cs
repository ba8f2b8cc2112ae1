using System.Reflection;
using System.Text.RegularExpressions;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Exemplar.Tests.Architecture;

/// <summary>No column, property, key, address, field or sentence for what the law forbids; a photo is never required.</summary>
public sealed partial class ForbiddenByLawTests : IAsyncLifetime
{
    /// <summary>Forms whose file is the matter itself.</summary>
    private static readonly Dictionary<string, string> FileIsTheMatter = new()
    {
        ["UploadRoster"] = "the roster that is handed in, a table",
        ["UploadTerms"] = "the sheet of elections that is handed in, a table",
        ["UploadBlank"] = "the superior's blank that is to be filled",
    };

    private readonly TestApp app = new();

    [Fact]
    public async Task No_table_and_no_column()
    {
        var names = await app.Read(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => p.Name).Append(t.DisplayName())).ToList()));
        Assert.Contains("DueOn", names);
        Assert.Empty(names.Where(n => ForbiddenWords.InName(n) is not null));
    }

    [Fact]
    public void No_type_property_parameter_or_constant_and_so_no_key_of_any_json()
    {
        var names = Ours.SelectMany(t => t.GetMembers(Everything).Select(m => m.Name)
            .Concat(t.GetConstructors(Everything).SelectMany(c => c.GetParameters()).Select(p => p.Name ?? "")).Append(t.Name).Select(n => (Type: t, Name: n)));
        Assert.Empty(names.Where(n => ForbiddenWords.InName(n.Type.FullName!, n.Name) is not null).Select(n => $"{n.Type.FullName}.{n.Name}"));
        Assert.Equal("rank", ForbiddenWords.InName("Exemplar.Points.Stars", "rank"));
    }

    [Fact]
    public async Task No_address_and_no_permission()
    {
        var addresses = await Addresses.Of(app);
        Assert.Empty(addresses.Where(a => a.Pattern.Split('/', '{', '}', ':', '.').Any(part => ForbiddenWords.InName(part) is not null)).Select(a => a.Pattern));
        Assert.Empty(addresses.SelectMany(a => a.Permissions).Where(p => p.Split('.').Any(part => ForbiddenWords.InName(part) is not null)));
    }

    [Fact]
    public void No_sentence_of_a_page_a_script_or_the_rules()
    {
        var texts = Texts.ToDictionary(f => f.Path, f => WithoutComments(f.Text));
        Assert.Empty(texts.SelectMany(t => ForbiddenWords.InText(t.Key, t.Value).Select(word => $"{t.Key}: {word}")));
        Assert.Empty(ForbiddenWords.Unused(texts));
    }

    [Fact]
    public void No_name_in_the_markup_of_a_page_or_in_a_script()
    {
        var names = SourceTree.Files("src/Exemplar", ".cshtml", ".js").SelectMany(f => Word().Matches(WithoutComments(f.Text)).Select(m => (f.Path, Name: m.Value)));
        Assert.Empty(names.Where(n => ForbiddenWords.InName(n.Name) is not null));
    }

    [Fact]
    public void No_form_requires_a_photo_or_any_other_file_that_is_not_its_matter()
    {
        var files = Ours.SelectMany(t => t.GetProperties()).Where(p => typeof(IFormFile).IsAssignableFrom(p.PropertyType) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(p.PropertyType)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(IsRequired).Where(p => !FileIsTheMatter.ContainsKey(p.DeclaringType!.DeclaringType?.Name ?? "")).Select(p => $"{p.DeclaringType}.{p.Name}"));
        Assert.True(IsRequired(typeof(Seeded).GetProperty(nameof(Seeded.Photo))!));
        Assert.True(IsRequired(typeof(Seeded).GetProperty(nameof(Seeded.Scan))!));
    }

    [Theory]
    [InlineData("CheckIn")]
    [InlineData("checkin_at")]
    [InlineData("MemberRanking")]
    [InlineData("rank")]
    [InlineData("points-leaderboard")]
    [InlineData("OnlineMinutes")]
    [InlineData("isOnline")]
    [InlineData("StudyDuration")]
    [InlineData("duration_seconds")]
    [InlineData("LikeCount")]
    [InlineData("likes")]
    [InlineData("LikeTask")]
    [InlineData("ReadReceipt")]
    [InlineData("IsRead")]
    [InlineData("SeenBy")]
    [InlineData("LastActiveAt")]
    [InlineData("PageViews")]
    [InlineData("HTTPHeartbeat")]
    [InlineData("SignInSheet")]
    public void A_seeded_name_is_found(string name) => Assert.NotNull(ForbiddenWords.InName(name));

    [Theory]
    [InlineData("SignIn")]
    [InlineData("data-offline")]
    [InlineData("ReadAt")]
    [InlineData("Likely")]
    [InlineData("IsFormulaLike")]
    [InlineData("Rankine")]
    [InlineData("SpreadBy")]
    [InlineData("Franking")]
    [InlineData("RadioLine")]
    public void A_harmless_name_is_left_alone(string name) => Assert.Null(ForbiddenWords.InName(name));

    [Theory]
    [InlineData("今日打卡")]
    [InlineData("会议签到")]
    [InlineData("积分排名")]
    [InlineData("支部排行榜")]
    [InlineData("在线时长 30 分钟")]
    [InlineData("学习时长")]
    [InlineData("3 人点赞")]
    [InlineData("已读 5 未读 3")]
    [InlineData("请上传照片")]
    public void A_seeded_sentence_is_found_even_in_a_place_where_another_is_allowed(string sentence)
    {
        Assert.NotEmpty(ForbiddenWords.InText("src/Exemplar/Tasks/TaskList.cshtml", sentence));
        Assert.NotEmpty(ForbiddenWords.InText("seed/speech.txt", sentence.Replace("排名", "排行", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("签收")]
    [InlineData("已读取《方案》")]
    [InlineData("没有读到，未读到标题")]
    public void A_harmless_sentence_is_left_alone(string sentence) => Assert.Empty(ForbiddenWords.InText("src/Exemplar/Tasks/TaskList.cshtml", sentence));

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Ours => typeof(Application).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Exemplar", StringComparison.Ordinal) is true);

    private static IEnumerable<SourceFile> Texts => SourceTree.Files("src/Exemplar", ".cs", ".cshtml", ".js").Concat(SourceTree.Files("rules", ".json", ".yaml")).Concat(SourceTree.Files("seed", ".txt", ".json"));

    /// <summary>A comment may say what is not done, and why.</summary>
    private static string WithoutComments(string text) => Comment().Replace(text, "");

    /// <summary>A file that is not nullable is required, attribute or not.</summary>
    private static bool IsRequired(PropertyInfo file) => file.GetCustomAttribute<System.ComponentModel.DataAnnotations.RequiredAttribute>() is not null
        || new NullabilityInfoContext().Create(file).WriteState is NullabilityState.NotNull && typeof(IFormFile).IsAssignableFrom(file.PropertyType);

    [GeneratedRegex(@"^\s*//.*$|@\*.*?\*@|(?<=[;{}\s])// .*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[A-Za-z][\w-]*")]
    private static partial Regex Word();

    private sealed record Seeded(IFormFile Photo)
    {
        [System.ComponentModel.DataAnnotations.Required] public IFormFile? Scan { get; init; }
    }

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}
