namespace Helpline.Core.Enquiries;

/// <summary>How the answer reaches the enquirer.</summary>
public enum ReplyRoute
{
    /// <summary>They come back with the reference and a PIN.</summary>
    ComeBack,

    /// <summary>We send a link by e-mail. The answer itself is never in the mail.</summary>
    Email,
}
