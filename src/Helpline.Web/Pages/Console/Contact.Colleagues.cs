using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Legs;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Recordings;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>Others on the call: colleagues asked in, the call passed on, help wanted; and its recording.</summary>
public sealed partial class ContactModel
{
    /// <summary>The colleagues who may be asked, once the list was asked for.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>The numbers outside that may be rung, once the list was asked for; none while one is.</summary>
    public IReadOnlyList<OutsideNumberEntry> OutsideNumbers { get; private set; } = [];

    public async Task<IActionResult> OnGetColleaguesAsync(CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId || !await LoadAsync(everything: false, cancellationToken) || IsConsulted)
        {
            return NotFound();
        }

        Colleagues = await legs.ColleaguesAsync(adviserId, View.Contact.TopicGroupId, cancellationToken);
        OutsideNumbers = Others.Outside is null ? await outsideNumbers.ListAsync(cancellationToken) : [];
        return Partial("_Colleagues", this);
    }

    public Task<IActionResult> OnPostConsultAsync([FromForm] Guid colleague, CancellationToken cancellationToken) =>
        ConsultAsync(a => consults.AskAsync(new ContactId(Id), a, new AdviserId(colleague), cancellationToken));

    public Task<IActionResult> OnPostConsultCancelAsync(CancellationToken cancellationToken) =>
        ConsultAsync(a => consults.CancelAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken) =>
        ConsultAsync(a => consults.CompleteAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken) =>
        ConsultAsync(a => consults.LeaveAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostPassAsync([FromForm] Guid? colleague, [FromForm] string? group, CancellationToken cancellationToken) =>
        ConsultAsync(a => passing.PassAsync(
            new ContactId(Id), a, colleague is { } id ? new AdviserId(id) : null, knowledge.Current.TopicGroups.Find(group)?.Id, cancellationToken));

    public Task<IActionResult> OnPostOutsideAsync([FromForm] Guid number, CancellationToken cancellationToken) =>
        ConsultAsync(a => outside.RingAsync(new ContactId(Id), a, new OutsideNumberId(number), cancellationToken));

    public Task<IActionResult> OnPostOutsideEndAsync(CancellationToken cancellationToken) =>
        ConsultAsync(a => outside.SendAwayAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostOutsideLeaveAsync(CancellationToken cancellationToken) =>
        ConsultAsync(a => outside.LeaveAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostOutsideEndTogetherAsync(CancellationToken cancellationToken) =>
        ConsultAsync(a => outside.EndTogetherAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostHelpAsync([FromForm] bool wanted, CancellationToken cancellationToken) =>
        DoAsync(a => help.WantAsync(new ContactId(Id), a, wanted, cancellationToken));

    public Task<IActionResult> OnPostRecordingAsync([FromForm] string? act, CancellationToken cancellationToken)
    {
        var id = new ContactId(Id);
        return RecordingAsync(a => act switch
        {
            "start" => recordings.StartAsync(id, a, cancellationToken),
            "pause" => recordings.PauseAsync(id, a, cancellationToken),
            "resume" => recordings.ResumeAsync(id, a, cancellationToken),
            "stop" => recordings.StopAsync(id, a, cancellationToken),
            "delete" => recordings.DeleteAsync(id, a, cancellationToken),
            _ => Task.FromResult(RecordingOutcome.NotNow),
        });
    }

    /// <summary>What was recorded, to whoever has the contact.</summary>
    public async Task<IActionResult> OnGetRecordingAsync(CancellationToken cancellationToken) =>
        await LoadAsync(everything: false, cancellationToken) && !IsConsulted
            && Recording is { State: CallRecordingState.Stopped, ProviderRecordingId: { } recordingId }
            && await voicemails.FetchAsync(recordingId, cancellationToken) is { } sound
            ? File(sound, "audio/wav")
            : NotFound();

    private async Task<IActionResult> ConsultAsync(Func<AdviserId, Task<ConsultOutcome>> work)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        var outcome = await work(adviserId);
        return Outcome(Name(outcome), outcome == ConsultOutcome.Done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> RecordingAsync(Func<AdviserId, Task<RecordingOutcome>> work)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        var outcome = await work(adviserId);
        return Outcome(Name(outcome), outcome == RecordingOutcome.Done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
