using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>Whose rows are counted together in a source day: the scopes that differ in their part only.</summary>
internal readonly record struct ScopeGroup(Source Source, string Tool, string Name);

/// <summary>The scopes that an import meets. Makes the ones that are missing.</summary>
internal sealed class ScopeBook(BotDb db)
{
    private readonly Dictionary<(ScopeGroup Group, string Part), int> ids = [];
    private readonly Dictionary<int, ScopeGroup> groups = [];

    /// <summary>The number of a scope, made where it is missing. Inside a filling transaction.</summary>
    public int Of(ScopeGroup group, string part)
    {
        if (!ids.TryGetValue((group, part), out var id))
        {
            Load();
            if (!ids.TryGetValue((group, part), out id))
            {
                id = groups.Count == 0 ? 1 : groups.Keys.Max() + 1;
                db.InsertMissing([new ScopeRow { Id = id, Source = group.Source, Tool = group.Tool, Name = group.Name, Part = part }]);
                Keep(id, group, part);
            }
        }

        return id;
    }

    /// <summary>The group of a scope.</summary>
    public ScopeGroup Group(int scope)
    {
        if (!groups.TryGetValue(scope, out var group))
        {
            Load();
            group = groups[scope];
        }

        return group;
    }

    private void Load()
    {
        foreach (var row in db.Scopes.AsNoTracking())
        {
            Keep(row.Id, new ScopeGroup(row.Source, row.Tool, row.Name), row.Part);
        }
    }

    private void Keep(int id, ScopeGroup group, string part)
    {
        ids[(group, part)] = id;
        groups[id] = group;
    }
}
