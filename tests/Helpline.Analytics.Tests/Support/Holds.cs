using FsCheck;
using FsCheck.Fluent;

namespace Helpline.Analytics.Tests.Support;

internal static class Holds
{
    /// <summary>Checks a property on many generated inputs and throws with the smallest that breaks it.</summary>
    public static void ForAll<T>(Arbitrary<T> inputs, Action<T> body, int tests = 100) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(inputs, body));
}
