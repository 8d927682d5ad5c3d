namespace Helpline.Telephony.Simulator.Rest;

/// <summary>A refusal in the service's shape.</summary>
internal sealed class RestError(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    public static RestError NotFound(string what) =>
        new(404, 20404, $"The requested resource {what} was not found");

    public static RestError Missing(string field) => new(400, field switch
    {
        "To" => 21201,
        "From" => 21213,
        "Url" => 21205,
        _ => 20001,
    }, $"Missing required parameter {field}");
}
