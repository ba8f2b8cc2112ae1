using Exemplar.Documents.Templates;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<FormTemplate> FormTemplates => Set<FormTemplate>();
    public DbSet<FormFilling> FormFillings => Set<FormFilling>();
}
