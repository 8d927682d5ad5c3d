using Helpline.Core.Publishing;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>What editors are told.</summary>
public static class EditWords
{
    /// <summary>Why something was not done.</summary>
    public static string Of(EditOutcome outcome) => outcome switch
    {
        EditOutcome.Done => "Done",
        EditOutcome.NotFound => "That version does not exist",
        EditOutcome.Conflict => "Somebody else changed this while your page was open. Look at it again below, then repeat what you wanted",
        EditOutcome.NotNow => "That is not possible as it stands now",
        EditOutcome.WhyMissing => "Say why in a few words",
        EditOutcome.TooLong => "Write at most 500 characters, and at most 200,000 in a text",
        EditOutcome.OwnWork => "You wrote in this version, so somebody else has to approve it",
        EditOutcome.BaseMoved => "What is served has changed since this draft was begun. Compare, take over what is new, and say so on the edit page",
        EditOutcome.InThePast => "Choose a time that is still to come",
        EditOutcome.AnotherOpen => "Another version of this text is open. Finish it or give it up first",
    };

    /// <summary>How a version stands.</summary>
    public static string Of(VersionStatus status) => status switch
    {
        VersionStatus.Draft => "Draft",
        VersionStatus.Submitted => "Waits for approval",
        VersionStatus.Approved => "Approved",
        VersionStatus.Scheduled => "Scheduled",
        VersionStatus.Published => "Published",
        VersionStatus.Superseded => "Superseded",
        VersionStatus.Withdrawn => "Withdrawn",
    };

    /// <summary>What happened.</summary>
    public static string Of(ContentChangeKind kind) => kind switch
    {
        ContentChangeKind.Started => "Draft begun",
        ContentChangeKind.Edited => "Wrote in it",
        ContentChangeKind.BaseTaken => "Took over what is served now",
        ContentChangeKind.Submitted => "Submitted",
        ContentChangeKind.Returned => "Returned to its writer",
        ContentChangeKind.Approved => "Approved",
        ContentChangeKind.Scheduled => "Scheduled",
        ContentChangeKind.Published => "Published",
        ContentChangeKind.RolledBack => "Rolled back",
        ContentChangeKind.Reviewed => "Marked reviewed",
        ContentChangeKind.Withdrawn => "Withdrawn",
        ContentChangeKind.MarkedWrong => "Marked wrong",
        ContentChangeKind.Cleared => "Mark cleared",
        ContentChangeKind.ProvisionChanged => "Change recorded",
        ContentChangeKind.ProvisionChangeWithdrawn => "Record of a change withdrawn",
        ContentChangeKind.UseListed => "Listed the contacts answered with it",
    };
}
