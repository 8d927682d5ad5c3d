using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>One REST request: route, query and form. A body that is not a form has no fields, as with the real service.</summary>
internal sealed class RestRequest(
    SimulatorWorld world, HttpContext http, IReadOnlyDictionary<string, StringValues> form)
{
    public SimulatorWorld World => world;

    public IQueryCollection Query => http.Request.Query;

    public string Path => http.Request.Path.Value ?? "";

    public IEnumerable<string> FieldNames => form.Keys;

    public string Route(string name) => (string)http.Request.RouteValues[name]!;

    public string? Text(string name) => form.TryGetValue(name, out var value) ? value[0] : null;

    public string Required(string name) => Text(name) is { Length: > 0 } value ? value : throw RestError.Missing(name);

    /// <summary>Every value of a repeated field; <paramref name="split"/> also takes several in one, separated by spaces.</summary>
    public IReadOnlyList<string> Many(string name, bool split)
    {
        if (!form.TryGetValue(name, out var values))
        {
            return [];
        }

        var given = values.OfType<string>();
        return [.. split ? given.SelectMany(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : given];
    }

    /// <summary>Anything but true or false counts as absent.</summary>
    public bool? Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    /// <summary>Anything but true counts as false, where the service says so.</summary>
    public bool? StrictFlag(string name) => Text(name) is { } value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : null;

    public int Number(string name, int otherwise, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new RestError(400, 20001, $"Invalid value for {name}");
    }

    public string? Url(string name)
    {
        var url = Text(name);
        return string.IsNullOrEmpty(url) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? url
            : throw new RestError(400, 21205, $"{name} is not a valid URL");
    }
}

/// <summary>A reply: 201 for what was created, 200, or 204 with nothing.</summary>
internal sealed record RestReply(int Status, object? Body)
{
    public static RestReply Created(object body) => new(201, body);

    public static RestReply Ok(object body) => new(200, body);

    public static RestReply Gone { get; } = new(204, null);
}

/// <summary>One operation of the API, with the form fields it knows, separated by spaces.</summary>
internal sealed record RestOperation(string Method, string Path, Func<RestRequest, RestReply> Handle, string Fields = "");
