using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Texts;

/// <summary>The <c>Texts:</c> section.</summary>
public sealed class TextOptions
{
    /// <summary>The most automatic texts (acknowledgements, answers to HELP) to one number in an hour.</summary>
    [Range(1, 20)]
    public int AutomaticPerHour { get; set; } = 3;

    /// <summary>For how many days after an answer a text joins its thread as the follow-up; later it is a new question.</summary>
    [Range(1, 90)]
    public int FollowUpDays { get; set; } = 14;

    /// <summary>How many hours after an answer that went out by text one text asks whether it helped; 0 asks nobody.</summary>
    [Range(0, 168)]
    public int SurveyAfterHours { get; set; } = 24;

    /// <summary>The site's public address (key <c>Twilio:PublicBaseUrl</c>); empty when none is configured.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>The helpline's own number in E.164 (key <c>Twilio:CallerId</c>); empty when none is configured.</summary>
    public string Phone { get; set; } = "";
}
