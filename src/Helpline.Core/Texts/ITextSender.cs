using Helpline.Core.Outbox;

namespace Helpline.Core.Texts;

/// <summary>A text, ready to be sent.</summary>
/// <param name="Id">Names it; reports come back under it.</param>
/// <param name="To">A mobile number in E.164.</param>
/// <param name="Body">The words.</param>
public sealed record OutgoingText(Guid Id, string To, string Body);

/// <summary>What the telephone service said to a text.</summary>
/// <param name="ProviderId">Its id where it was taken, else null.</param>
/// <param name="Reason">Why it never will be, by a code of <see cref="TextReasons"/>; null where it was taken.</param>
public sealed record TextSending(string? ProviderId, string? Reason);

/// <summary>Carries texts to people.</summary>
public interface ITextSender
{
    /// <summary>
    /// Hands the text over. Throwing means that it will be tried again later, also where it may have been taken: twice the same text does no
    /// harm, none at all does. <see cref="OutboxWaitException"/> says that it cannot be handed over as things are configured.
    /// </summary>
    Task<TextSending> SendAsync(OutgoingText text, CancellationToken cancellationToken);
}

/// <summary>Stands where no telephone service is: texts wait in the outbox.</summary>
public sealed class NoTextSender : ITextSender
{
    /// <inheritdoc/>
    public Task<TextSending> SendAsync(OutgoingText text, CancellationToken cancellationToken) =>
        throw new OutboxWaitException("No way to send texts is configured: set the section Twilio.");
}
