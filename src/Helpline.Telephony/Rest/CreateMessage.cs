namespace Helpline.Telephony.Rest;

/// <summary>A text message. Twilio is asked to keep neither the number nor the words.</summary>
internal sealed record CreateMessage
{
    /// <summary>Who it is for: a confirmed mobile number, since landlines read texts aloud to whoever answers.</summary>
    public required string To { get; init; }

    /// <summary>Our number.</summary>
    public required string From { get; init; }

    /// <summary>The words; nothing about a child.</summary>
    public required string Body { get; init; }

    /// <summary>Told how it goes.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>Seconds it may wait to be sent.</summary>
    public int? ValidityPeriod { get; init; }

    /// <summary>The fields to post.</summary>
    internal FormFields Fields() => new FormFields().Add("To", To).Add("From", From).Add("Body", Body)
        .Add("StatusCallback", StatusCallback).Add("ValidityPeriod", ValidityPeriod).Add("SmartEncoded", true)
        .Add("AddressRetention", "obfuscate").Add("ContentRetention", "discard");
}
