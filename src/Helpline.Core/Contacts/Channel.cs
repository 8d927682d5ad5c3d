namespace Helpline.Core.Contacts;

/// <summary>How a contact arrives.</summary>
public enum Channel
{
    /// <summary>A telephone call, or the voicemail left instead of one.</summary>
    Voice,

    /// <summary>A call we promised to make.</summary>
    Callback,

    /// <summary>A question written on the public site.</summary>
    Enquiry,
}
