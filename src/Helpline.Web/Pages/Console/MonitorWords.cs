using Helpline.Core.Legs;

namespace Helpline.Web.Pages.Console;

/// <summary>What is said of a supervisor on a call.</summary>
public static class MonitorWords
{
    /// <summary>To the adviser whose call it is.</summary>
    public static string For(OtherOnCall supervisor) => supervisor switch
    {
        { InRoom: false } => $"{supervisor.Name} is coming onto the call.",
        { Mode: MonitorMode.Whisper } => $"{supervisor.Name} is speaking to you. The caller does not hear it.",
        { Mode: MonitorMode.Join } => $"{supervisor.Name} has joined the call. All of you hear each other.",
        _ => $"{supervisor.Name} is listening. They hear both of you.",
    };
}
