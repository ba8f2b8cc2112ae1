namespace Exemplar.Tests.Authorization;

/// <summary>The long forms of a test run with EXEMPLAR_TORTURE=1.</summary>
internal static class Torture
{
    public static readonly bool IsOn = Environment.GetEnvironmentVariable("EXEMPLAR_TORTURE") == "1";
}
