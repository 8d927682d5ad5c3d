using System.Collections.Frozen;

namespace Helpline.Core.Locations;

/// <summary>The places of every authority for families, from content/directory/authorities.csv. Immutable.</summary>
public sealed class LocalServiceDirectory
{
    private readonly FrozenDictionary<string, LocalServices> byCode;

    private LocalServiceDirectory(IEnumerable<LocalServices> services) =>
        byCode = services.ToFrozenDictionary(s => s.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The places of an authority; never null, but often empty.</summary>
    /// <param name="code">Its ONS code.</param>
    public LocalServices Of(string code) => byCode.GetValueOrDefault(code) ?? LocalServices.Unknown(code);

    /// <summary>Reads the table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="authorities">The authorities there are.</param>
    /// <exception cref="InvalidDataException">A row is malformed; the message names file and line.</exception>
    internal static LocalServiceDirectory Load(string path, AuthorityDirectory authorities)
    {
        var table = CsvTable.Read(path, "code", "sendiass_url", "local_offer_url", "source", "checked");
        var read = new Dictionary<string, LocalServices>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            var code = row.Required("code");
            if (authorities.ByCode(code) is null)
            {
                throw row.Wrong($"'{code}' is not the code of an authority");
            }

            if (!read.TryAdd(code, Services(code, row)))
            {
                throw row.Wrong($"'{code}' is there twice");
            }
        }

        return new LocalServiceDirectory(read.Values);
    }

    private static LocalServices Services(string code, CsvTable.CsvRow row)
    {
        var (sendiass, offer) = (Address(row, "sendiass_url"), Address(row, "local_offer_url"));
        var source = row["source"] is { Length: > 0 } given ? given : null;
        if ((sendiass is not null || offer is not null) && source is null)
        {
            throw row.Wrong("an address needs a 'source' that says where it was seen");
        }

        return new LocalServices(code, sendiass, offer, source, row["checked"].Length == 0 ? null : row.Date("checked"));
    }

    private static Uri? Address(CsvTable.CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        return Uri.TryCreate(row[column], UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url
            : throw row.Wrong($"'{column}' must be an address in full, beginning with https://");
    }
}
