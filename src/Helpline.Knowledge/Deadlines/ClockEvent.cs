namespace Helpline.Knowledge.Deadlines;

/// <summary>A happening that starts one or more clocks, so that one date yields every duty that follows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What happened, in plain words.</param>
/// <param name="Enter">Which date to enter.</param>
public sealed record ClockEvent(string Id, string Label, string Enter);
