using Exemplar.Organization;
using Exemplar.People.Accounts;
using Exemplar.People.Accounts.Invitations;
using Exemplar.People.Accounts.Proposals;
using Exemplar.People.Branches;
using Exemplar.People.Merging;
using Exemplar.People.RosterImport;
using Exemplar.People.RosterSheets;
using Exemplar.People.Statuses;
using Exemplar.People.TermImport;
using Exemplar.Platform.Web;

namespace Exemplar.People;

/// <summary>The roster, posts, and the accounts of people.</summary>
public static class PeopleCapability
{
    public const string View = "people.view";
    public const string Change = "people.change";
    public const string Import = "people.import";
    public const string Appoint = "posts.appoint";
    public const string ViewAccounts = "accounts.view";
    public const string OpenAccounts = "accounts.open";
    public const string GrantRoles = "accounts.grant";
    public const string SecureAccounts = "accounts.secure";
    public const string ApproveGrants = "accounts.approve";

    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看名册", Role.CampaignOffice, Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead, Role.LeadingGroupMember),
            new(Change, "登记、更正人员", Role.CommitteeOffice),
            new(Import, "导入名册", Role.CommitteeOffice),
            new(Appoint, "登记任免", Role.CommitteeOffice, Role.CampaignOffice),
            new(ViewAccounts, "查看账号", Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator),
            new(OpenAccounts, "开立、邀请、停用账号", Role.SystemAdministrator),
            new(GrantRoles, "授予、收回角色", Role.SecurityAdministrator),
            new(ApproveGrants, "批准管理员授权", Role.SystemAdministrator, Role.SecurityAdministrator),
            new(SecureAccounts, "重置动态口令和通行密钥、结束登录", Role.SecurityAdministrator))
        .AddMenu(
            new MenuItem(50, "名册", "/people", View, "/posts"),
            new MenuItem(70, "账号", "/accounts", ViewAccounts, "/grants"))
        .AddPersonalData(
            new(10, "名册资料：姓名、性别、出生年月、身份、入党和转正时间、科室、支部、职务和经过", View, (db, person) => db.UnitsOf(person)),
            new(20, "以前某一天的名册：姓名、当时的身份和职务", View, (db, person) => db.Units.Where(u => db.Memberships.Any(m => m.PersonId == person && m.UnitId == u.Id && m.To != null))),
            new(80, "账号的开立和角色（不含密码）", ViewAccounts, (db, person) => db.PlacesOfAccounts(person)))
        .AddPersonColumns(
            new PersonColumn<PostCorrection, PostCorrection>(nameof(PostCorrection.PersonId), "更正任职的署名"),
            new PersonColumn<GrantProposal, GrantProposal>(nameof(GrantProposal.ProposedByPersonId), "提出的授权"),
            new PersonColumn<ImportedRoster, ImportedRoster>(nameof(ImportedRoster.PersonId), "导入和撤回"), new PersonColumn<ImportedRoster, ImportedRoster>(nameof(ImportedRoster.WithdrawnBy), "导入和撤回"),
            new PersonColumn<ImportedTerms, ImportedTerms>(nameof(ImportedTerms.PersonId), "导入和撤回"), new PersonColumn<ImportedTerms, ImportedTerms>(nameof(ImportedTerms.WithdrawnBy), "导入和撤回"),
            new PersonColumn<PersonMerge, PersonMerge>(nameof(PersonMerge.KeptId), "以前的合并"), new PersonColumn<PersonMerge, PersonMerge>(nameof(PersonMerge.PersonId), "合并和判断的署名"),
            new PersonColumn<JudgedDifferent, JudgedDifferent>(nameof(JudgedDifferent.PersonId), "合并和判断的署名"))
        .AddScoped<DuplicateList>().AddScoped<JudgeDifferent>().AddScoped<MergeChoice>().AddScoped<MergePeople>()
        .AddScoped<UnitPage>().AddScoped<UnitRoll>().AddScoped<AppointPost>().AddScoped<EndPost>().AddScoped<CorrectPost>()
        .AddScoped<Roster>().AddScoped<PersonPage>().AddScoped<AddPerson>().AddScoped<EditPerson>().AddScoped<MovePerson>().AddScoped<MergeUnit>().AddScoped<SplitUnit>().AddScoped<ChangeStatus>().AddScoped<WithdrawStatus>()
        .AddScoped<UploadRoster>().AddScoped<ImportRoster>().AddScoped<MatchUnits>().AddScoped<PointColumns>().AddScoped<GiveUpRoster>().AddScoped<OfficeWordList>().AddScoped<WithdrawRoster>().AddScoped<ExportRoster>()
        .AddScoped<IssueRosterSheets>().AddScoped<ReturnRosterSheets>().AddScoped<TakeRosterSheets>()
        .AddScoped<UploadTerms>().AddScoped<ImportTerms>().AddScoped<WithdrawTerms>()
        .AddScoped<AccountList>().AddScoped<AccountPage>().AddScoped<OpenAccount>().AddScoped<ResetPassword>().AddScoped<ResetFactor>().AddScoped<EndSessions>().AddScoped<LockAccount>().AddScoped<TieAccount>()
        .AddScoped<InvitePeople>().AddScoped<AcceptInvitation>().AddScoped<RevokeInvitation>().AddSingleton<InvitationAttempts>().AddScoped<HouseAddress>()
        .AddScoped<ProposalList>().AddScoped<DecideProposal>().AddScoped<GrantRole>().AddScoped<EndGrant>();
}
