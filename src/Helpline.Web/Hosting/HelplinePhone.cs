namespace Helpline.Web.Hosting;

/// <summary>The helpline's own number as people read it. Null where none is configured: the site never shows a made-up number.</summary>
public sealed class HelplinePhone(IConfiguration configuration)
{
    private readonly string? number = configuration["Twilio:CallerId"] is { Length: > 3 } value && value[0] == '+' && value.Skip(1).All(char.IsAsciiDigit) ? value : null;

    public string? Link => number is null ? null : $"tel:{number}";

    /// <summary>British numbers in their national form, grouped as they are spoken; others as they are dialled.</summary>
    public string? Display => number switch
    {
        null => null,
        ['+', '4', '4', '2', ..] when number.Length == 13 => $"0{number[3..5]} {number[5..9]} {number[9..]}",
        ['+', '4', '4', '3' or '8', ..] when number.Length == 13 => $"0{number[3..6]} {number[6..9]} {number[9..]}",
        ['+', '4', '4', ..] when number.Length == 13 => $"0{number[3..7]} {number[7..]}",
        _ => number,
    };
}
