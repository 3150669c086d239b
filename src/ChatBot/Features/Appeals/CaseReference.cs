using System.Security.Cryptography;

namespace ChatBot.Features.Appeals;

/// <summary>What people call a case: <c>A-7K3QX</c>. Random, so that it tells neither how many appeal nor who; no letter that is taken for a digit.</summary>
internal static class CaseReference
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new one: 24 million are possible, and the store refuses one that is taken.</summary>
    public static string New() => "A-" + RandomNumberGenerator.GetString(Signs, 5);
}
