using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpline.Core.Tests.Figures;

/// <summary>Counts the reads of a context and asks the database how it goes about each.</summary>
internal sealed class QueryWatch : DbCommandInterceptor
{
    /// <summary>Reads so far.</summary>
    public int Reads { get; private set; }

    /// <summary>The plans of those reads, line by line.</summary>
    public List<string> Plan { get; } = [];

    public void Forget()
    {
        Reads = 0;
        Plan.Clear();
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Reads++;
        await using var explain = command.Connection!.CreateCommand();
#pragma warning disable CA2100 // The text is the context's own.
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        explain.Transaction = command.Transaction;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Plan.Add(reader.GetString(3));
        }

        return result;
    }
}
