using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Lists, a page at a time, newest first, with links relative to the host.</summary>
internal static class RestPages
{
    private const int DefaultSize = 50;
    private const int LargestSize = 1000;

    public static RestReply Page<T>(RestRequest request, string name, IEnumerable<T> newestFirst)
        where T : notnull
    {
        var size = Math.Clamp(Query(request, "PageSize", DefaultSize), 1, LargestSize);
        var page = Math.Max(0, Query(request, "Page", 0));
        var items = newestFirst.Skip(page * size).Take(size + 1).ToList();
        var more = items.Count > size;
        var shown = items.Take(size).ToList();
        var body = new JsonObject
        {
            ["first_page_uri"] = Link(request, 0, size),
            ["end"] = Math.Max(0, (page * size) + shown.Count - 1),
            ["previous_page_uri"] = page > 0 ? Link(request, page - 1, size) : null,
            [name] = RestJson.Array(shown),
            ["uri"] = Link(request, page, size),
            ["page_size"] = size,
            ["start"] = page * size,
            ["next_page_uri"] = more ? Link(request, page + 1, size) : null,
            ["page"] = page,
        };
        return RestReply.Ok(body);
    }

    // The service's own links start at its host, whatever path this copy of it is mounted on.
    private static string Link(RestRequest request, int page, int size)
    {
        var path = request.Path[request.Path.IndexOf("/2010-04-01", StringComparison.Ordinal)..];
        var query = request.Query
            .Where(q => q.Key is not ("Page" or "PageSize"))
            .Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()))
            .Append(new("PageSize", size.ToString(CultureInfo.InvariantCulture)))
            .Append(new("Page", page.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(path, query);
    }

    private static int Query(RestRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
