namespace Helpline.Telephony.TwiML;

/// <summary>Any finished document, whatever verbs its kind allows.</summary>
internal interface ITwiml
{
    /// <summary>The largest document Twilio reads.</summary>
    const int MaxBytes = 64 * 1024;

    /// <summary>The document in UTF-8 without a byte order mark.</summary>
    /// <exception cref="InvalidOperationException">It is larger than <see cref="MaxBytes"/>.</exception>
    byte[] ToUtf8();

    /// <summary>As <see cref="ToUtf8()"/>, with everything that is said in one voice, whatever voice it was written for.</summary>
    byte[] ToUtf8(SpeechStyle style);
}
