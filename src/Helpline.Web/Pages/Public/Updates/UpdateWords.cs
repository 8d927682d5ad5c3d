using Helpline.Knowledge.Updates;

namespace Helpline.Web.Pages.Public.Updates;

/// <summary>Kinds of news, in words.</summary>
public static class UpdateWords
{
    public static string Of(UpdateKind kind) => kind switch
    {
        UpdateKind.Legislation => "New law",
        UpdateKind.Case => "Judgment",
        UpdateKind.Guidance => "Guidance",
        UpdateKind.Policy => "Announcement, not law",
    };
}
