namespace Helpline.Web.Pages.Console;

/// <summary>What the adviser can do with a contact now.</summary>
public enum ContactPhase
{
    /// <summary>The lines are being joined.</summary>
    Connecting,

    /// <summary>Enquirer and adviser can talk.</summary>
    Talking,

    /// <summary>The caller is on hold.</summary>
    OnHold,

    /// <summary>Written work, or a voicemail, is in hand.</summary>
    Writing,

    /// <summary>Written work is put aside for a call.</summary>
    Parked,

    /// <summary>The conversation is over and is being recorded.</summary>
    WrapUp,

    /// <summary>Nothing more to do.</summary>
    Over,
}
