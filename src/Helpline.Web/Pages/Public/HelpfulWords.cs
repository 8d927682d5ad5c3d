using Helpline.Core.Backlog;

namespace Helpline.Web.Pages.Public;

/// <summary>Why a page did not help, in words.</summary>
public static class HelpfulWords
{
    public static string Of(NotHelpfulReason reason) => reason switch
    {
        NotHelpfulReason.NotSaid => "I would rather not say",
        NotHelpfulReason.NotMyQuestion => "It does not answer my question",
        NotHelpfulReason.HardToUnderstand => "It is hard to understand",
        NotHelpfulReason.NotClearWhatToDo => "I still do not know what to do",
        NotHelpfulReason.SeemsWrong => "It seems wrong or out of date",
        NotHelpfulReason.DoesNotWork => "Something on the page does not work",
    };
}
