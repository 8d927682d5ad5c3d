namespace Helpline.Telephony.Flow;

/// <summary>The paths below <see cref="FlowUrls.Base"/>. The first three are configured on the number and never change.</summary>
internal static class Paths
{
    public const string Incoming = "/incoming";
    public const string Status = "/status";
    public const string Fallback = "/fallback";

    /// <summary>Written into static files that lie elsewhere, so it never changes either.</summary>
    public const string FallbackMessage = "/fallback-message";

    public const string Area = "/area";
    public const string Topic = "/topic";
    public const string Subtopic = "/subtopic";
    public const string TopicMenu = "/topic-menu";
    public const string Join = "/join";
    public const string Wait = "/wait";
    public const string Key = "/key";
    public const string QueueLeft = "/queue-left";
    public const string Requeue = "/requeue";
    public const string Bridge = "/bridge";
    public const string RoomLeft = "/room-left";
    public const string MessageDone = "/message-done";
    public const string CallRecording = "/call-recording";
    public const string Recording = "/recording";
    public const string Survey = "/survey";
    public const string SurveyHelped = "/survey-helped";
    public const string SurveyNext = "/survey-next";

    public const string SurgeUrgent = "/surge-urgent";
    public const string SurgeOther = "/surge-other";

    public const string Booked = "/booked";
    public const string Keep = "/keep";
    public const string RingBack = "/ring-back";
    public const string RingKey = "/ring-key";
    public const string RingLeg = "/ring-leg";
    public const string OwnPhone = "/own-phone";
    public const string OwnKey = "/own-key";

    public const string Hold = "/hold";
    public const string Reconnecting = "/reconnecting";
    public const string AdviserWaiting = "/adviser-waiting";
    public const string Room = "/room";
    public const string Transferring = "/transferring";
    public const string NamedLeg = "/named-leg";
    public const string AdviserLeg = "/adviser-leg";
}
