using Exemplar.People;
using Exemplar.People.Accounts;
using Exemplar.People.Accounts.Invitations;
using Exemplar.People.Merging;
using Exemplar.People.RosterImport;
using Exemplar.People.RosterSheets;
using Exemplar.People.Statuses;
using Exemplar.People.TermImport;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();
    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();
    public DbSet<JudgedDifferent> JudgedDifferent => Set<JudgedDifferent>();
    public DbSet<AccountStep> AccountSteps => Set<AccountStep>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<HandedInRoster> HandedInRosters => Set<HandedInRoster>();
    public DbSet<ImportedRoster> ImportedRosters => Set<ImportedRoster>();
    public DbSet<BroughtIn> BroughtIn => Set<BroughtIn>();
    public DbSet<RosterSheetIssue> RosterSheetIssues => Set<RosterSheetIssue>();
    public DbSet<OfficeWord> OfficeWords => Set<OfficeWord>();
    public DbSet<HandedInTerms> HandedInTerms => Set<HandedInTerms>();
    public DbSet<ImportedTerms> ImportedTerms => Set<ImportedTerms>();
}
