using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Floor;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Core.Routing;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Manage;
using Helpline.Web.TagHelpers;

namespace Helpline.Web.Pages.Console.Floor;

/// <summary>The board's codes in words.</summary>
public sealed class FloorWords(IKnowledgeBase knowledge, AuthorityDirectory places)
{
    /// <summary>The skills there are: the topic groups.</summary>
    public IEnumerable<FieldOption> Skills => knowledge.Current.TopicGroups.Select(g => new FieldOption(g.Id, g.Label));

    public static IReadOnlyList<FieldOption> Reasons { get; } =
    [
        new("said-harm", "Somebody may be at risk of harm"),
        new("said-date", "A date is close that we did not know of"),
        new("waited-before", "They have waited or called before"),
        new("access", "Waiting is hard for them: disability, language, cost of the call"),
        new("mistake", "The class was a mistake"),
        new("can-wait", "It can wait"),
    ];

    public string Skill(string? id) => id is null ? "Everyone" : knowledge.Current.TopicGroups.Find(id)?.Label ?? id;

    public string Topic(string? topicId, string? groupId) =>
        knowledge.Current.Topics.Find(topicId)?.Label ?? knowledge.Current.TopicGroups.Find(groupId)?.Label ?? "Not said";

    public string Region(string? code) => places.RegionByCode(code)?.Name ?? "Not said";

    public static string Channel(Channel channel, bool isVoicemail) => channel switch
    {
        Core.Contacts.Channel.Voice => isVoicemail ? "Voicemail" : "Call",
        Core.Contacts.Channel.Callback => "Call-back",
        Core.Contacts.Channel.Enquiry => "Enquiry",
    };

    public static string Class(PriorityClass priority) => priority switch
    {
        PriorityClass.Safeguarding => "Safeguarding",
        PriorityClass.Deadline => "Deadline",
        PriorityClass.Standard => "Standard",
    };

    public static string State(FloorSkillState state) => state switch
    {
        FloorSkillState.InDate => "",
        FloorSkillState.TrainingOver => "training out of date",
        FloorSkillState.Unread => "update not read",
        FloorSkillState.Paused => "paused for today",
    };

    public static string Away(AwayReason reason) => reason switch
    {
        AwayReason.Break => "break",
        AwayReason.Lunch => "lunch",
        AwayReason.Training => "training or meeting",
        AwayReason.Casework => "casework",
        AwayReason.MissedOffer => "missed an offer",
        AwayReason.LineFailed => "line did not come up",
        AwayReason.BySupervisor => "set by a supervisor",
    };

    public static string Presence(FloorAdviser adviser) =>
        FigureLabels.Of(adviser.Presence) + (adviser.AwayReason is { } reason ? $": {Away(reason)}" : "") + (adviser.ConsoleLost ? " (console not connected)" : "");

    public static string Reason(PlaceReason reason) => reason switch
    {
        PlaceReason.Safeguarding => "marked as safeguarding",
        PlaceReason.DutyDue due => $"a duty is due on {due.On.InWords()}",
        PlaceReason.Raised => "raised",
        PlaceReason.Aged aged => $"risen {aged.Classes} {(aged.Classes == 1 ? "class" : "classes")} by waiting",
        PlaceReason.KeptPlace => "kept its place",
        PlaceReason.ReservedFor kept => $"kept for {kept.Name}{(kept.Until is { } until ? $" until {Clock(until)}" : "")}",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>A moment (UTC) on the clock in London, with the day where it is not today's.</summary>
    public static string Clock(DateTime utc) => HoursText.WrittenTime(TimeOnly.FromDateTime(utc.ToLondon()));

    /// <summary>A reroute in a sentence.</summary>
    public string Sentence(RerouteView reroute) =>
        $"{Skill(reroute.FromSkillId)} goes to {(reroute.ToSkillId is null ? "everyone" : Skill(reroute.ToSkillId))} "
        + (reroute.Until is { } until ? $"until {Clock(until)} on {DateOnly.FromDateTime(until.ToLondon()).InWords()}" : "until it is switched off")
        + $". Switched on by {reroute.StartedBy} at {Clock(reroute.StartedAt)} on {DateOnly.FromDateTime(reroute.StartedAt.ToLondon()).InWords()}.";
}
