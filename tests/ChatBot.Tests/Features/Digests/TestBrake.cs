using ChatBot.Deliveries;
using ChatBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Tests.Features.Digests;

/// <summary>The real brake of a test's database, to be looked at.</summary>
internal static class TestBrake
{
    public static Brake On(TestDatabase database, TimeProvider clock) =>
        new(new GroupCommit(database, NullLogger<GroupCommit>.Instance), database, new Doorbell(), clock);
}
