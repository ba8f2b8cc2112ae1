using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Data;

/// <summary>
/// A query that EF compiles once for each model, and not looks up by its whole expression each time: of a question to SQLite, which
/// answers in this process, that is half the cost. For what is asked in the turn of a writer, behind whom others wait.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class KnownQuery<TAsk>(Func<TAsk> compile) where TAsk : Delegate
{
    private readonly ConditionalWeakTable<IModel, TAsk> known = [];   // databases differ

    public TAsk Of(AppDb db) => known.GetValue(db.Model, _ => compile());
}
