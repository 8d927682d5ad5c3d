using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>What may happen to a version.</summary>
public sealed partial class ContentVersion
{
    internal void Save(string text, string hash, string? note, Guid editor, DateTime now)
    {
        Require(VersionStatus.Draft);
        Text = text;
        Hash = hash;
        Note = note;
        EditorId = editor;
        SavedAt = now;
    }

    /// <summary>The writer has taken over what changed beneath the draft.</summary>
    internal void TakeBase(string? baseHash, string? shippedHash)
    {
        Require(VersionStatus.Draft);
        BaseHash = baseHash;
        ShippedHash = shippedHash;
    }

    internal void Submit(string note)
    {
        Require(VersionStatus.Draft);
        Note = note;
        ReviewComment = null;
        Status = VersionStatus.Submitted;
    }

    internal void Return(string? comment)
    {
        if (Status is not (VersionStatus.Submitted or VersionStatus.Approved or VersionStatus.Scheduled))
        {
            throw new RuleBrokenException("content.not-submitted");
        }

        Status = VersionStatus.Draft;
        ReviewComment = comment;
        ReviewerId = null;
        ApprovedAt = null;
        PublishAt = null;
    }

    internal void Approve(Guid reviewer, DateTime now)
    {
        Require(VersionStatus.Submitted);
        Status = VersionStatus.Approved;
        ReviewerId = reviewer;
        ApprovedAt = now;
    }

    internal void Schedule(DateTime publishAt)
    {
        if (Status is not (VersionStatus.Approved or VersionStatus.Scheduled))
        {
            throw new RuleBrokenException("content.not-approved");
        }

        Status = VersionStatus.Scheduled;
        PublishAt = publishAt;
    }

    /// <summary>It is served from now on. A version rolled back to, or whose dates alone are new, was never submitted.</summary>
    internal void Publish(DateTime now)
    {
        if (!IsOpen)
        {
            throw new RuleBrokenException("content.not-open");
        }

        Status = VersionStatus.Published;
        PublishedAt = now;
    }

    internal void Supersede(DateTime now)
    {
        Require(VersionStatus.Published);
        Status = VersionStatus.Superseded;
        EndedAt = now;
    }

    internal void Withdraw(DateTime now)
    {
        if (!IsOpen && Status != VersionStatus.Published)
        {
            throw new RuleBrokenException("content.ended");
        }

        Status = VersionStatus.Withdrawn;
        EndedAt = now;
    }

    private void Require(VersionStatus status)
    {
        if (Status != status)
        {
            throw new RuleBrokenException("content.wrong-status");
        }
    }
}
