using Exemplar.People.RosterImport;

namespace Exemplar.Tests.People.RosterImport;

public sealed class PartyPostWordsTests
{
    private static string Read(string text, bool partyOnly = false) => string.Join(' ', PartyPostWords.Read(text, partyOnly).Select(p => $"{p.Body}{(p.Unit.Length > 0 ? $"[{p.Unit}]" : "")}/{(p.Kind is { } kind ? kind.ToString() : $"?{p.Words}")}"));

    [Theory]
    [InlineData("支部书记", "Branch/Secretary")]
    [InlineData("书记", "Own/Secretary")]
    [InlineData("党支部副书记（主持工作）", "Branch/DeputySecretary")]
    [InlineData("组织委员", "Own/OrganizationMember")]
    [InlineData("支部纪检委员", "Branch/DisciplineMember")]
    [InlineData("纪律检查委员", "Own/DisciplineMember")]
    [InlineData("支委", "Branch/CommitteeMember")]
    [InlineData("支部委员会委员", "Branch/CommitteeMember")]
    [InlineData("青年委员", "Own/CommitteeMember")]
    [InlineData("党小组长", "PartyGroup/PartyGroupLeader")]
    [InlineData("第二党小组组长", "PartyGroup[第二小组]/PartyGroupLeader")]
    [InlineData("党委委员", "Committee/CommitteeMember")]
    [InlineData("机关党委专职副书记", "Committee/FullTimeDeputySecretary")]
    [InlineData("党总支书记", "GeneralBranch/Secretary")]
    [InlineData("党组成员", "LeadershipGroup/LeadershipMember")]
    [InlineData("局党组书记", "LeadershipGroup/LeadershipSecretary")]
    [InlineData("第一支部书记", "Named[第一支部]/Secretary")]
    [InlineData("离退休党支部组织委员", "Named[离退休党支部]/OrganizationMember")]
    [InlineData("普通党员", "")]
    [InlineData("无", "")]
    public void One_post_is_read(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("纪检委员兼宣传委员", "Own/DisciplineMember Own/PublicityMember")]
    [InlineData("组织、宣传委员", "Own/OrganizationMember Own/PublicityMember")]
    [InlineData("组织宣传委员", "Own/OrganizationMember Own/PublicityMember")]
    [InlineData("党委委员、第一支部书记", "Committee/CommitteeMember Named[第一支部]/Secretary")]
    [InlineData("支部书记\n党委委员", "Branch/Secretary Committee/CommitteeMember")]
    [InlineData("支部副书记兼组织委员", "Branch/DeputySecretary Branch/OrganizationMember")]
    [InlineData("支部书记（兼）；党小组长", "Branch/Secretary PartyGroup/PartyGroupLeader")]
    [InlineData("党委委员、组织委员", "Committee/CommitteeMember Unclear/OrganizationMember")]
    public void Several_posts_in_a_cell_are_told_apart(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("原支部书记", "Own/?原支部书记")]
    [InlineData("支部书记（拟任）", "Own/?支部书记拟任")]
    [InlineData("驻村第一书记", "Own/?驻村第一书记")]
    [InlineData("工会主席", "Own/?工会主席")]
    [InlineData("党组副书记", "LeadershipGroup/?党组副书记")]
    public void Words_that_name_no_post_that_is_held_are_not_guessed(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("综合科科长、支部书记", "Branch/Secretary")]
    [InlineData("科长", "")]
    [InlineData("团委书记", "")]
    [InlineData("党组成员、副局长", "LeadershipGroup/LeadershipMember")]
    [InlineData("四级调研员（组织委员）", "")]
    [InlineData("组织委员", "Own/OrganizationMember")]
    public void Under_a_heading_that_does_not_say_which_posts_only_those_of_Party_bodies_count(string text, string expected) => Assert.Equal(expected, Read(text, partyOnly: true));
}
