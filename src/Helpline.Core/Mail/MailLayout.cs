using System.Text;
using System.Text.Encodings.Web;

namespace Helpline.Core.Mail;

/// <summary>Lays a mail out, as plain text and as simple HTML that any mail program shows.</summary>
internal static class MailLayout
{
    private const string Body = "font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.5;color:#0b0c0c;max-width:600px;margin:0 auto;padding:20px";
    private const string Button = "display:inline-block;background:#12525c;color:#ffffff;padding:12px 18px;font-weight:bold;text-decoration:none";

    public static OutgoingMail Lay(MailNote note, Guid id, string siteAddress)
    {
        var link = siteAddress.TrimEnd('/') + note.LinkPath;
        return new OutgoingMail
        {
            Id = id,
            To = note.To,
            Subject = note.Subject,
            Text = Text(note, link),
            Html = Html(note, link),
        };
    }

    private static string Text(MailNote note, string link) =>
        string.Join("\n\n", [.. note.Before, $"{note.LinkText}:\n{link}", .. note.After]) + "\n";

    private static string Html(MailNote note, string link)
    {
        var encode = HtmlEncoder.Default;
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>")
            .Append(encode.Encode(note.Subject)).Append("</title></head><body style=\"").Append(Body).Append("\">");
        foreach (var paragraph in note.Before)
        {
            html.Append("<p>").Append(encode.Encode(paragraph)).Append("</p>");
        }

        var address = encode.Encode(link);
        html.Append("<p><a href=\"").Append(address).Append("\" style=\"").Append(Button).Append("\">").Append(encode.Encode(note.LinkText))
            .Append("</a></p><p>If the button does not work, copy this address into your browser:<br>").Append(address).Append("</p>");
        foreach (var paragraph in note.After)
        {
            html.Append("<p>").Append(encode.Encode(paragraph)).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }
}
