namespace Helpline.Knowledge.Deadlines;

/// <summary>How a last day follows from a trigger. Exactly one of these shapes.</summary>
internal abstract record CountingRule
{
    /// <summary>A period after, or before, the trigger.</summary>
    public sealed record Period : CountingRule
    {
        public required int Length { get; init; }

        public required CountingUnit Unit { get; init; }

        /// <summary>The period ends before the trigger instead of running from it.</summary>
        public bool Before { get; init; }

        /// <summary>"Beginning with the day": the day of the trigger is day one.</summary>
        public bool BeginsWithTrigger { get; init; }

        /// <summary>Tribunal working days leave out August and 25 December to 1 January as well.</summary>
        public bool TribunalDays { get; init; }

        /// <summary>An SEN appeal's last day moves out of August and out of 25 December to 1 January.</summary>
        public bool SenAppealMoves { get; init; }
    }

    /// <summary>The day before a fixed day in the year of the trigger.</summary>
    public sealed record BeforeFixedDay(int Month, int Day) : CountingRule;

    /// <summary>The very day of the trigger.</summary>
    public sealed record OnTheDay : CountingRule;

    /// <summary>Whichever of several periods ends first.</summary>
    public sealed record EarliestOf(IReadOnlyList<Period> Periods) : CountingRule
    {
        public bool Equals(EarliestOf? other) => other is not null && Periods.SequenceEqual(other.Periods);

        public override int GetHashCode() => Periods.Count;
    }

    /// <summary>A number of school days that may be used up in one school year: an amount, not a date.</summary>
    public sealed record Allowance(int Days) : CountingRule;

    /// <summary>No date can be given honestly, for this reason.</summary>
    public sealed record NotComputed(string Reason) : CountingRule;
}

/// <summary>What is counted.</summary>
internal enum CountingUnit
{
    Days,
    Weeks,
    Months,
    WorkingDays,
    SchoolDays,
}

/// <summary>One step of a time limit that has several.</summary>
internal sealed record CountingStep(string Label, CountingRule Rule);
