using Helpline.Core.Common;

namespace Helpline.Core.Spoken;

/// <summary>One entry of the log of what callers hear: who changed what, when. It is never changed. Moments are UTC.</summary>
public sealed class SpokenChange
{
    /// <summary>Longest description, in characters.</summary>
    public const int WhatLength = 2_000;

    private SpokenChange()
    {
    }

    /// <summary>Names the entry.</summary>
    public Guid Id { get; private init; }

    /// <summary>When.</summary>
    public DateTime At { get; private init; }

    /// <summary>The account.</summary>
    public Guid By { get; private init; }

    /// <summary>What is heard from then on, in words.</summary>
    public string What { get; private init; } = "";

    internal static SpokenChange Of(string what, Guid by, DateTime now) => new() { Id = Ids.New(), At = now, By = by, What = what };
}
