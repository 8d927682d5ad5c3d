using Helpline.Core.Common;

namespace Helpline.Core.Enquiries;

/// <summary>The day by which a reply is promised.</summary>
public static class ReplyDay
{
    /// <summary>The London day of a promise; its moment (UTC) is the end of that day.</summary>
    public static DateOnly Of(DateTime dueAtUtc) => DateOnly.FromDateTime(dueAtUtc.AddTicks(-1).ToLondon());
}
