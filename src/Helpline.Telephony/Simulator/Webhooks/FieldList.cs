using System.Globalization;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>Fields of a webhook in the making; absent values are left out, empty ones are sent.</summary>
internal sealed class FieldList : List<KeyValuePair<string, string>>
{
    public FieldList()
    {
    }

    public FieldList(IEnumerable<KeyValuePair<string, string>> fields)
        : base(fields)
    {
    }

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            Add(new KeyValuePair<string, string>(name, value));
        }
    }

    public void Add(string name, int value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, bool value) => Add(name, value ? "true" : "false");
}
