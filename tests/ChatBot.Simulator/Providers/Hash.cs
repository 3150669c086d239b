using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Simulator.Providers;

/// <summary>Tells contents apart without keeping them.</summary>
internal static class Hash
{
    /// <summary>The first 16 hex digits of its SHA-256.</summary>
    public static string Of(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];
}
