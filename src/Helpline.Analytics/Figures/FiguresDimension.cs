using System.Text.Json.Serialization;

namespace Helpline.Analytics.Figures;

/// <summary>What the rows of a table of contacts are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FiguresDimension>))]
public enum FiguresDimension
{
    /// <summary>How contacts arrived: voice, callback, enquiry.</summary>
    Channel,

    /// <summary>answered, abandoned, short-abandoned.</summary>
    Kind,

    /// <summary>Topic groups.</summary>
    TopicGroup,

    /// <summary>Topics; each row's parent is its group.</summary>
    Topic,

    /// <summary>Regions, by GSS code.</summary>
    Region,

    /// <summary>Local authorities, by GSS code; each row's parent is its region.</summary>
    Authority,

    /// <summary>Dispositions.</summary>
    Outcome,

    /// <summary>Bands of waiting time, such as up-to-1-minute.</summary>
    Wait,

    /// <summary>Bands of handling time.</summary>
    Handling,

    /// <summary>Stages in the process.</summary>
    Stage,

    /// <summary>Who got in touch.</summary>
    Role,

    /// <summary>
    /// Where enquirers were referred, or none. A contact counts once for each, so the totals are not those of contacts.
    /// </summary>
    Referral,
}
