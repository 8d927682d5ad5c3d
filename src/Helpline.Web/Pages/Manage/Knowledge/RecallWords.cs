using Helpline.Core.Contacts;
using Helpline.Core.Recall;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>What those who work a re-contact list off are told.</summary>
public static class RecallWords
{
    public static string Of(RecallOutcome outcome) => outcome switch
    {
        RecallOutcome.Done => "Done",
        RecallOutcome.NotFound => "That entry does not exist",
        RecallOutcome.Conflict => "Somebody else changed this entry while your page was open. It is shown as it is now; say again what is to change",
        RecallOutcome.ReasonMissing => "Say what was wrong and what people are to be told",
        RecallOutcome.TooLong => "Write at most 500 characters as a reason, 2,000 as a note",
        RecallOutcome.PeriodEmpty => "The period ends before it begins",
        RecallOutcome.NobodyAnswered => "Nobody was answered with the article in that period",
    };

    public static string Of(RecallState state) => state switch
    {
        RecallState.ToDo => "To do",
        RecallState.Reached => "Reached",
        RecallState.NotReachable => "Not reachable",
        RecallState.NotNeeded => "Not needed",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Voice => "Call",
        Channel.Callback => "Callback",
        Channel.Enquiry => "Enquiry",
    };
}
