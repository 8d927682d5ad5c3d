using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Spoken;

/// <summary>What came of a change of what callers hear.</summary>
public enum SpokenOutcome
{
    /// <summary>Done, or nothing was to be done.</summary>
    Done,

    /// <summary>Somebody changed it since the version that was shown.</summary>
    ChangedMeanwhile,
}

/// <summary>What callers are to hear, as an administrator decides.</summary>
public sealed record SpokenTerms
{
    /// <summary>The version that was shown.</summary>
    public required long Version { get; init; }

    /// <summary>The greeting, tidied and not refused; null for the built-in one. Required with a recording of it.</summary>
    public string? Greeting { get; init; }

    /// <summary>The privacy notice, tidied and not refused; null for the built-in one. Required with a recording of it.</summary>
    public string? Privacy { get; init; }

    /// <summary>Who speaks.</summary>
    public required SpokenVoice Voice { get; init; }

    /// <summary>A new recording of the greeting; null leaves what there is.</summary>
    public byte[]? GreetingRecording { get; init; }

    /// <summary>A new recording of the privacy notice; null leaves what there is.</summary>
    public byte[]? PrivacyRecording { get; init; }
}

/// <summary>One entry of the log.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who: the name colleagues see.</param>
/// <param name="What">What was heard from then on.</param>
public sealed record SpokenLogEntry(DateTime At, string By, string What);

/// <summary>Changes what callers hear. Every change is logged in the commit that makes it, and holds from the next call on: here at once, on other nodes within two seconds.</summary>
public sealed class SpokenService(HelplineDbContext db, SpokenBoard board, TimeProvider time)
{
    /// <summary>The most entries of the log that are listed.</summary>
    public const int MostListed = 50;

    /// <summary>Takes over texts, voice and new recordings.</summary>
    /// <exception cref="RuleBrokenException">A text or recording is refused, or a recording would be without its words: <see cref="SpokenText.Refusal"/>, <see cref="SoundFile.Read"/>.</exception>
    public Task<SpokenOutcome> SaveAsync(SpokenTerms terms, Guid by, CancellationToken cancellationToken) => ChangeAsync(
        terms.Version,
        async (words, now) =>
        {
            List<string> log = [];
            Note(log, SpokenPart.Greeting, words.Greeting, terms.Greeting);
            Note(log, SpokenPart.Privacy, words.Privacy, terms.Privacy);
            if (words.Voice != terms.Voice)
            {
                log.Add($"The voice is {SpokenNames.Of(terms.Voice)}.");
            }

            if (log.Count > 0)
            {
                words.Change(terms.Greeting, terms.Privacy, terms.Voice, by, now);
            }

            await PlayAsync(words, SpokenPart.Greeting, terms.GreetingRecording, log, by, now, cancellationToken);
            await PlayAsync(words, SpokenPart.Privacy, terms.PrivacyRecording, log, by, now, cancellationToken);
            return log;
        },
        by,
        cancellationToken);

    /// <summary>Takes the recording of a part away; its text is said again. Nothing happens when there is none.</summary>
    public Task<SpokenOutcome> RemoveRecordingAsync(SpokenPart part, Guid by, CancellationToken cancellationToken) => ChangeAsync(
        version: null,
        async (words, now) =>
        {
            if (words.RecordingOf(part) is not { } old)
            {
                return [];
            }

            await DropAsync(old, cancellationToken);
            words.Play(part, null, by, now);
            return [$"The recording of the {SpokenNames.Of(part)} was removed."];
        },
        by,
        cancellationToken);

    /// <summary>The latest changes, newest first.</summary>
    public async Task<IReadOnlyList<SpokenLogEntry>> LogAsync(CancellationToken cancellationToken) => await (
        from c in db.SpokenChanges.AsNoTracking()
        orderby c.At descending
        select new SpokenLogEntry(c.At, db.Users.Where(u => u.Id == c.By).Select(u => u.DisplayName).FirstOrDefault() ?? "a colleague", c.What))
        .Take(MostListed).ToListAsync(cancellationToken);

    private async Task<SpokenOutcome> ChangeAsync(
        long? version, Func<SpokenWords, DateTime, Task<List<string>>> change, Guid by, CancellationToken cancellationToken)
    {
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var kept = await db.SpokenWords.SingleOrDefaultAsync(cancellationToken);
                if (version is { } shown && shown != (kept?.Version ?? SpokenView.NeverChanged))
                {
                    return SpokenOutcome.ChangedMeanwhile;
                }

                var words = kept ?? SpokenWords.New();
                var log = await change(words, now);
                if (log.Count > 0)
                {
                    if (kept is null)
                    {
                        db.SpokenWords.Add(words);
                    }

                    db.SpokenChanges.Add(SpokenChange.Of(string.Join(' ', log), by, now));
                }

                return SpokenOutcome.Done;
            },
            cancellationToken);
        board.Refresh();
        return outcome;
    }

    private static void Note(List<string> log, SpokenPart part, string? before, string? after)
    {
        if (before != after)
        {
            log.Add(after is null ? $"The {SpokenNames.Of(part)} is the built-in one." : $"The {SpokenNames.Of(part)}: “{after}”");
        }
    }

    private async Task PlayAsync(
        SpokenWords words, SpokenPart part, byte[]? content, List<string> log, Guid by, DateTime now, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return;
        }

        if (SoundFile.Read(content, out var sound) is not null)
        {
            throw new RuleBrokenException("spoken.recording");
        }

        if (words.RecordingOf(part) is { } old)
        {
            await DropAsync(old, cancellationToken);
        }

        var recording = SpokenRecording.Of(part, sound!, content, by, now);
        db.SpokenRecordings.Add(recording);
        words.Play(part, recording.Id, by, now);
        log.Add($"A recording of {SpokenNames.Seconds(recording.Seconds)} is played for the {SpokenNames.Of(part)}.");
    }

    private async Task DropAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.SpokenRecordings.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is { } old)
        {
            db.SpokenRecordings.Remove(old);
        }
    }
}
