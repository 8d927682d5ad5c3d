namespace Helpline.Core.Contacts;

/// <summary>What the enquirer asked to have done differently, where it is kept beyond this contact.</summary>
public sealed partial class Contact
{
    /// <summary>Notes that adjustments were marked, or taken away.</summary>
    internal void NoteAdjustments(bool kept, DateTime now) =>
        Raise(new ContactRecorded { At = now, ContactId = Id, By = ByAdviser(), Code = kept ? "adjustments-marked" : "adjustments-removed" });
}
