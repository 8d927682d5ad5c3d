namespace Helpline.Knowledge.Search.Engine;

/// <summary>How much a token counts by the field it stands in. Tuned on the relevance tests; the same for every engine.</summary>
internal static class FieldWeights
{
    public const double Title = 3;
    public const double Aliases = 2.5;
    public const double Topics = 1.5;
    public const double Citations = 2.5;
    public const double Body = 1;
}
