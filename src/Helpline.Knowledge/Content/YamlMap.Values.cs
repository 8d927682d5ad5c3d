using System.Globalization;

namespace Helpline.Knowledge.Content;

/// <content>Values of a kind: dates, numbers, choices, addresses.</content>
internal sealed partial class YamlMap
{
    public DateOnly Date(string field)
    {
        var text = Required(field);
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (text.Value.Length > 0)
        {
            Problem(text.Line, $"'{field}' is '{text.Value}', which is not a date; write it as 2026-11-21");
        }

        return default;
    }

    public DateOnly? OptionalDate(string field) => Has(field) ? Date(field) : null;

    /// <summary>The last day of a time whose first day, if given, must not lie after it.</summary>
    public DateOnly? EndDate(string field, string firstField)
    {
        var (first, last) = (OptionalDate(firstField), OptionalDate(field));
        if (last < first && last != default(DateOnly))
        {
            Problem(LineOf(field), $"'{field}' lies before '{firstField}' ({first:yyyy-MM-dd})");
        }

        return last;
    }

    public int Number(string field)
    {
        var text = Required(field);
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000)
        {
            return number;
        }

        if (text.Value.Length > 0)
        {
            Problem(text.Line, $"'{field}' is '{text.Value}', which is not a whole number from 1 to 999");
        }

        return 1;
    }

    /// <summary>One of a few words; the first when it is none of them.</summary>
    public T OneOf<T>(string field, params (string Word, T Value)[] choices)
    {
        var text = Required(field);
        foreach (var (word, value) in choices)
        {
            if (word == text.Value)
            {
                return value;
            }
        }

        if (text.Value.Length > 0)
        {
            Problem(text.Line, $"'{field}' is '{text.Value}'; write one of {string.Join(", ", choices.Select(c => c.Word))}");
        }

        return choices[0].Value;
    }

    public Uri? Url(string field)
    {
        if (Optional(field) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text.Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
        {
            return url;
        }

        Problem(text.Line, $"'{field}' is '{text.Value}', which is not an address; write it in full, beginning with https://, or leave the field out");
        return null;
    }
}
