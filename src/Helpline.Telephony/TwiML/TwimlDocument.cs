using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Helpline.Telephony.TwiML;

/// <summary>A whole answer: the verbs allowed everywhere, and its bytes.</summary>
internal abstract class TwimlDocument<TSelf>(SpeechStyle? style)
    : Prompts<TSelf>("Response", style ?? SpeechStyle.Default), ITwiml
    where TSelf : TwimlDocument<TSelf>
{
    private static readonly XmlWriterSettings Settings = new()
    {
        // A byte order mark before the declaration makes Twilio refuse the document.
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = false,
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>Goes on with another document; nothing may follow.</summary>
    public TSelf Redirect(string url) => Add(Verb("Redirect", ("method", "POST")), TwimlText.Url(url), ends: true);

    /// <inheritdoc/>
    public byte[] ToUtf8(SpeechStyle style)
    {
        foreach (var say in Element.Descendants("Say"))
        {
            say.SetAttributeValue("voice", style.Voice);
            say.SetAttributeValue("language", style.Language);
        }

        return ToUtf8();
    }

    /// <inheritdoc/>
    public byte[] ToUtf8()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            new XDocument(Element).Save(writer);
        }

        return stream.Length <= ITwiml.MaxBytes
            ? stream.ToArray()
            : throw new InvalidOperationException($"A document of {stream.Length} bytes is more than Twilio reads.");
    }

    /// <summary>The document as text, declaration included.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToUtf8());
}
