using System.Xml.Linq;

namespace Helpline.Telephony.TwiML;

/// <summary>What may be heard anywhere: Say, Play, Pause. A Gather nests these and nothing else.</summary>
internal abstract class Prompts<TSelf>(string element, SpeechStyle style)
    where TSelf : Prompts<TSelf>
{
    private string? ended;

    /// <summary>The element the verbs are written into.</summary>
    internal XElement Element { get; } = new(element);

    /// <summary>Who speaks.</summary>
    protected SpeechStyle Style => style;

    /// <summary>Speaks text, over as many Says as its length needs. Text that is empty is not spoken.</summary>
    public TSelf Say(string text)
    {
        foreach (var piece in TwimlText.Pieces(text))
        {
            Add(new XElement("Say", new XAttribute("voice", style.Voice), new XAttribute("language", style.Language), piece));
        }

        return (TSelf)this;
    }

    /// <summary>Plays a sound; a <paramref name="loop"/> of 0 goes on for as long as Twilio will.</summary>
    public TSelf Play(string url, int loop = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(loop);
        return Add(Verb("Play", ("loop", loop == 1 ? null : TwimlText.Value(loop))), TwimlText.Url(url));
    }

    /// <summary>Keeps silent.</summary>
    public TSelf Pause(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        return Add(Verb("Pause", ("length", TwimlText.Value(seconds))));
    }

    /// <summary>Whether nothing has been written yet.</summary>
    protected bool IsEmpty => !Element.HasElements;

    /// <summary>An element with those attributes that have a value.</summary>
    protected static XElement Verb(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var verb = new XElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                verb.SetAttributeValue(attribute, value);
            }
        }

        return verb;
    }

    /// <summary>Appends a verb. After one that <paramref name="ends"/> the document another would never run.</summary>
    protected TSelf Add(XElement verb, string? content = null, bool ends = false)
    {
        if (ended is not null)
        {
            throw new InvalidOperationException($"{verb.Name} after {ended} would never run.");
        }

        if (content is not null)
        {
            verb.Add(content);
        }

        Element.Add(verb);
        ended = ends ? verb.Name.LocalName : null;
        return (TSelf)this;
    }
}
