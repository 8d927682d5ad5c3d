using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>Texts that belong to a contact. They are noted whatever its status, as they come and go beside it.</summary>
public sealed partial class Contact
{
    /// <summary>Notes that a text of the enquirer came in.</summary>
    internal void NoteTextReceived(DateTime now) =>
        Raise(new TextReceived { At = now, ContactId = Id, By = ProcessContext.Enquirer });

    /// <summary>Notes that a text was written to the enquirer; the code says what for.</summary>
    internal void NoteTextWritten(string purpose, ProcessContext by, DateTime now) =>
        Raise(new TextWritten { At = now, ContactId = Id, By = by, Code = purpose });

    /// <summary>Notes that a text was delivered, or never will be.</summary>
    internal void NoteTextOver(bool delivered, string code, DateTime now) => Raise(delivered
        ? new TextDelivered { At = now, ContactId = Id, By = ProcessContext.System, Code = code }
        : new TextNotDelivered { At = now, ContactId = Id, By = ProcessContext.System, Code = code });
}
