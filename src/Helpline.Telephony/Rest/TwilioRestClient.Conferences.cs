namespace Helpline.Telephony.Rest;

/// <summary>Conferences and the legs in them.</summary>
internal sealed partial class TwilioRestClient
{
    /// <summary>Reads a conference, or null if there is none.</summary>
    public Task<ConferenceResource?> FindConferenceAsync(string conferenceSid, CancellationToken cancellation = default) =>
        FindAsync<ConferenceResource>($"Conferences/{Segment(conferenceSid)}.json", cancellation);

    /// <summary>Lists conferences, newest first, optionally of one status or one room. A room's name may be used again.</summary>
    public IAsyncEnumerable<ConferenceResource> ListConferencesAsync(
        string? status = null, string? room = null, CancellationToken cancellation = default) =>
        ListAsync<ConferenceResource>(
            "Conferences.json", "conferences", new FormFields().Add("Status", status).Add("FriendlyName", room), cancellation);

    /// <summary>Ends a conference for everyone in it.</summary>
    public Task<ConferenceResource> EndConferenceAsync(string conferenceSid, CancellationToken cancellation = default) =>
        PostAsync<ConferenceResource>(
            $"Conferences/{Segment(conferenceSid)}.json", new FormFields().Add("Status", "completed"), cancellation);

    /// <summary>Plays a document to everyone in a conference.</summary>
    public Task<ConferenceResource> AnnounceAsync(string conferenceSid, string url, CancellationToken cancellation = default) =>
        PostAsync<ConferenceResource>(
            $"Conferences/{Segment(conferenceSid)}.json",
            new FormFields().Add("AnnounceUrl", url).Add("AnnounceMethod", "POST"),
            cancellation);

    /// <summary>Rings someone into a room, by its name or the conference's id.</summary>
    public Task<ParticipantResource> CreateParticipantAsync(
        string room, CreateParticipant participant, CancellationToken cancellation = default) =>
        PostAsync<ParticipantResource>($"Conferences/{Segment(room)}/Participants.json", participant.Fields(), cancellation);

    /// <summary>Reads a leg in a conference by its id or label, or null if it is not there.</summary>
    public Task<ParticipantResource?> FindParticipantAsync(
        string conferenceSid, string callSidOrLabel, CancellationToken cancellation = default) =>
        FindAsync<ParticipantResource>(ParticipantPath(conferenceSid, callSidOrLabel), cancellation);

    /// <summary>Holds, mutes or coaches a leg, by its id or label.</summary>
    public Task<ParticipantResource> UpdateParticipantAsync(
        string conferenceSid, string callSidOrLabel, UpdateParticipant update, CancellationToken cancellation = default) =>
        PostAsync<ParticipantResource>(ParticipantPath(conferenceSid, callSidOrLabel), update.Fields(), cancellation);

    /// <summary>Takes a leg out of a conference; false if it was not there.</summary>
    public Task<bool> RemoveParticipantAsync(
        string conferenceSid, string callSidOrLabel, CancellationToken cancellation = default) =>
        DeleteAsync(ParticipantPath(conferenceSid, callSidOrLabel), cancellation);

    /// <summary>Lists the legs of a conference in progress.</summary>
    public IAsyncEnumerable<ParticipantResource> ListParticipantsAsync(
        string conferenceSid, bool? hold = null, CancellationToken cancellation = default) =>
        ListAsync<ParticipantResource>(
            $"Conferences/{Segment(conferenceSid)}/Participants.json", "participants", new FormFields().Add("Hold", hold), cancellation);

    private static string ParticipantPath(string conferenceSid, string callSidOrLabel) =>
        $"Conferences/{Segment(conferenceSid)}/Participants/{Segment(callSidOrLabel)}.json";
}
