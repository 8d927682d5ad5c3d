using Helpline.Core.Spoken;
using Helpline.Telephony.Flow;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage;

/// <summary>What callers hear first, and in whose voice: an administrator words it, or has a recording played in its place.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class SpokenModel(SpokenService spoken, SpokenBoard board, ISpeech speech) : PageModel
{
    // Two files that are too large still come through, so that the page can say which of them is.
    private const long MostBytes = 4L * SoundFile.MostBytes;

    /// <summary>Every voice, with what staff call it.</summary>
    public static IReadOnlyList<FieldOption> Voices { get; } = [.. Enum.GetValues<SpokenVoice>().Select(v => new FieldOption(v.ToString(), SpokenNames.Of(v)))];

    /// <summary>The version that was shown, so that a colleague's change is not lost.</summary>
    [BindProperty]
    public long ShownVersion { get; set; }

    /// <summary>Empty for the built-in text.</summary>
    [BindProperty]
    public string? Greeting { get; set; }

    /// <summary>Empty for the built-in text.</summary>
    [BindProperty]
    public string? Privacy { get; set; }

    /// <summary>The name of a <see cref="SpokenVoice"/>.</summary>
    [BindProperty]
    public string? Voice { get; set; }

    [BindProperty]
    public IFormFile? GreetingRecording { get; set; }

    [BindProperty]
    public IFormFile? PrivacyRecording { get; set; }

    public SpokenView Current { get; private set; } = SpokenView.BuiltIn;

    public IReadOnlyList<SpokenLogEntry> Log { get; private set; } = [];

    /// <summary>The text of the content folder.</summary>
    public string BuiltIn(SpokenPart part) => speech.BuiltIn(part);

    /// <summary>Where a recording is heard.</summary>
    public string AddressOf(SpokenRecordingView recording) => speech.PathOf(recording.Id);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        (ShownVersion, Greeting, Privacy, Voice) = (Current.Version, Current.Greeting, Current.Privacy, Current.Voice.ToString());
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await TermsAsync(cancellationToken) is not { } terms)
        {
            return Page();
        }

        if (await spoken.SaveAsync(terms, User.UserId(), cancellationToken) == SpokenOutcome.Done)
        {
            return RedirectToPage();
        }

        ModelState.AddModelError(nameof(Greeting), "A colleague has changed this meanwhile. See below what they changed, and save again if yours is still right");
        await LoadAsync(cancellationToken);
        // Shown by now: the next save is meant.
        ModelState.Remove(nameof(ShownVersion));
        ShownVersion = Current.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(SpokenPart part, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(part))
        {
            return NotFound();
        }

        // Gone already is as good.
        await spoken.RemoveRecordingAsync(part, User.UserId(), cancellationToken);
        return RedirectToPage();
    }

    private async Task<SpokenTerms?> TermsAsync(CancellationToken cancellationToken)
    {
        if (!Voices.Any(v => v.Value == Voice))
        {
            ModelState.AddModelError(nameof(Voice), "Choose a voice from the list");
        }

        var greetingSound = await SoundAsync(GreetingRecording, nameof(GreetingRecording), cancellationToken);
        var privacySound = await SoundAsync(PrivacyRecording, nameof(PrivacyRecording), cancellationToken);
        var greeting = Text(Greeting, nameof(Greeting), SpokenPart.Greeting, GreetingRecording);
        var privacy = Text(Privacy, nameof(Privacy), SpokenPart.Privacy, PrivacyRecording);
        return !ModelState.IsValid ? null : new SpokenTerms
        {
            Version = ShownVersion,
            Greeting = greeting,
            Privacy = privacy,
            Voice = Enum.Parse<SpokenVoice>(Voice!),
            GreetingRecording = greetingSound,
            PrivacyRecording = privacySound,
        };
    }

    private string? Text(string? typed, string field, SpokenPart part, IFormFile? sent)
    {
        var text = SpokenText.Tidy(typed);
        var what = SpokenNames.Of(part);
        var wrong = SpokenText.Refusal(text) switch
        {
            SpokenTextRefusal.TooLong => $"The {what} must be {SpokenText.Longest} characters or fewer",
            SpokenTextRefusal.NoWords => $"Enter the {what} in words, or leave it empty for the built-in one",
            SpokenTextRefusal.Brackets => $"Take the brackets {{ }} < > out of the {what}: they would be read out",
            null when text is null && (sent is not null || Current.RecordingOf(part) is not null) =>
                $"Enter what the recording of the {what} says: it is said when the recording cannot be played, and to callers who use text relay",
            null => null,
        };
        if (wrong is not null)
        {
            ModelState.AddModelError(field, wrong);
        }

        return text;
    }

    private async Task<byte[]?> SoundAsync(IFormFile? sent, string field, CancellationToken cancellationToken)
    {
        if (sent is null)
        {
            return null;
        }

        byte[] content = [];
        SoundRefusal? refusal = SoundRefusal.TooLarge;
        if (sent.Length <= SoundFile.MostBytes)
        {
            using var stream = new MemoryStream((int)sent.Length);
            await sent.CopyToAsync(stream, cancellationToken);
            content = stream.ToArray();
            refusal = SoundFile.Read(content, out _);
        }

        var wrong = refusal switch
        {
            SoundRefusal.TooLarge => $"The file must be {SoundFile.MostBytes / 1024 / 1024} MB or smaller. Save it as MP3, or in mono with 8,000 samples a second",
            SoundRefusal.TooLong => $"The recording must be {SoundFile.LongestSeconds} seconds or shorter: callers hear it before anything else",
            SoundRefusal.NotSound => "The file must be a WAV or MP3 recording, whole and undamaged. Its name does not matter",
            null => null,
        };
        if (wrong is not null)
        {
            ModelState.AddModelError(field, wrong);
        }

        return wrong is null ? content : null;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        // Who edits sees the present, not what this node knew two seconds ago.
        board.Refresh();
        Current = await board.CurrentAsync(cancellationToken);
        Log = await spoken.LogAsync(cancellationToken);
    }
}
