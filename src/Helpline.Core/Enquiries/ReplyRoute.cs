namespace Helpline.Core.Enquiries;

/// <summary>How the answer reaches the enquirer.</summary>
public enum ReplyRoute
{
    /// <summary>They come back with the reference and a PIN.</summary>
    ComeBack,

    /// <summary>We send a link by e-mail. The answer itself is never in the mail.</summary>
    Email,

    /// <summary>We text a link to the mobile they texted from, or a short answer where the adviser chooses that.</summary>
    Text,
}
