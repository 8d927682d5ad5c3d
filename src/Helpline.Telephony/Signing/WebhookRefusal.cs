namespace Helpline.Telephony.Signing;

/// <summary>Why a webhook was turned away.</summary>
internal enum WebhookRefusal
{
    /// <summary>No signature header, or more than one.</summary>
    MissingSignature,

    /// <summary>The signature does not fit the URL and fields.</summary>
    BadSignature,

    /// <summary>Well signed, but for another account.</summary>
    WrongAccount,

    /// <summary>The body is too long, or is neither a form nor covered by a digest.</summary>
    UnreadableBody,
}
