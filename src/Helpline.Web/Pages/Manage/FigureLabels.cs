using Helpline.Analytics.Facts;
using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Locations;
using Helpline.Knowledge;

namespace Helpline.Web.Pages.Manage;

/// <summary>Names for the codes of figures.</summary>
public sealed class FigureLabels(IKnowledgeBase knowledge, AuthorityDirectory places)
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Voice => "Phone calls and messages",
        Channel.Callback => "Call-backs",
        Channel.Enquiry => "Enquiries in writing",
    };

    public static string Of(Presence presence) => presence switch
    {
        Presence.Offline => "Offline",
        Presence.Available => "Available",
        Presence.Away => "Away",
    };

    public static string Of(Activity activity) => activity switch
    {
        Activity.Idle => "Idle",
        Activity.Ringing => "Ringing",
        Activity.OnContact => "On a contact",
        Activity.WrapUp => "Wrap-up",
    };

    /// <summary>A channel of the anonymised figures.</summary>
    public static string ChannelName(string code) => code switch
    {
        "voice" => Of(Channel.Voice),
        "callback" => Of(Channel.Callback),
        "enquiry" => Of(Channel.Enquiry),
        _ => Plain(code),
    };

    /// <summary>How contacts ended, in the anonymised figures.</summary>
    public static string KindName(string code) => code switch
    {
        "answered" => "Answered",
        "abandoned" => "Abandoned",
        "short-abandoned" => "Gave up at once",
        _ => Plain(code),
    };

    public string TopicGroup(string code) => knowledge.Current.TopicGroups.Find(code)?.Label ?? Plain(code);

    public string Region(string code) => places.RegionByCode(code)?.Name ?? Plain(code);

    // A code that left the taxonomy still counts in old weeks.
    private static string Plain(string code) => code == Codes.NotKnown ? "Not known" : code;
}
