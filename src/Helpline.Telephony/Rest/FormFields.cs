using System.Globalization;

namespace Helpline.Telephony.Rest;

/// <summary>The body or query of one REST call. What is null is left out; a list repeats its field.</summary>
internal sealed class FormFields
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    /// <summary>Everything added, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => fields;

    /// <summary>Adds text.</summary>
    public FormFields Add(string name, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds a number.</summary>
    public FormFields Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a flag, in the only spelling Twilio does not take for false.</summary>
    public FormFields Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Adds the field once for each value.</summary>
    public FormFields AddEach(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Add(name, value);
        }

        return this;
    }
}
