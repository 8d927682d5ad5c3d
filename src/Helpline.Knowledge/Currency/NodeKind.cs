namespace Helpline.Knowledge.Currency;

/// <summary>What a node of the legal-currency graph is.</summary>
public enum NodeKind
{
    /// <summary>A provision of law or guidance, or a case.</summary>
    Provision,

    /// <summary>A time limit.</summary>
    Deadline,

    /// <summary>An article.</summary>
    Article,

    /// <summary>A letter template.</summary>
    Letter,

    /// <summary>A passage that advisers insert.</summary>
    Macro,

    /// <summary>A training module.</summary>
    TrainingModule,
}
