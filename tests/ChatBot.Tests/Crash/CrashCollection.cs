namespace ChatBot.Tests.Crash;

/// <summary>One crash run at a time: each has several processes of its own. Those with faults mostly wait and run beside.</summary>
[CollectionDefinition("Crash")]
public sealed class CrashCollection;
