namespace Helpline.Telephony.Simulator.Messages;

/// <summary>A text message, out or in.</summary>
internal sealed class SimulatedMessage
{
    public required string Sid { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Body { get; set; }

    public required bool Inbound { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Status { get; set; }

    public int? ErrorCode { get; set; }

    public string? Callback { get; init; }

    public int Segments => MessageText.Segments(Body);
}

/// <summary>Length rules of a text message.</summary>
internal static class MessageText
{
    public const int MaxLength = 1600;

    private const string Gsm7 =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Gsm7Extended = "^{}\\[~]|€\f";

    public static int Segments(string body)
    {
        var narrow = body.All(c => Gsm7.Contains(c, StringComparison.Ordinal) || Gsm7Extended.Contains(c, StringComparison.Ordinal));
        var length = narrow ? body.Length + body.Count(c => Gsm7Extended.Contains(c, StringComparison.Ordinal)) : body.Length;
        var (one, many) = narrow ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + many - 1) / many;
    }
}
