using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatBot.Storage;

/// <summary>The only context. Tables are the rows' names in plural snake case; both databases get the same model.</summary>
internal sealed partial class BotDb(DbContextOptions<BotDb> options) : DbContext(options)
{
    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<PersonAliasRow> PersonAliases => Set<PersonAliasRow>();

    public DbSet<PersonFactRow> PersonFacts => Set<PersonFactRow>();

    public DbSet<LeaveRow> Leave => Set<LeaveRow>();

    public DbSet<HolidayRow> Holidays => Set<HolidayRow>();

    public DbSet<SubjectRow> Subjects => Set<SubjectRow>();

    public DbSet<AccessRecordRow> AccessRecords => Set<AccessRecordRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AccountNameRow> AccountNames => Set<AccountNameRow>();

    public DbSet<AccountClaimRow> AccountClaims => Set<AccountClaimRow>();

    public DbSet<ScopeRow> Scopes => Set<ScopeRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<SourceDayRow> SourceDays => Set<SourceDayRow>();

    public DbSet<SeatSnapshotRow> SeatSnapshots => Set<SeatSnapshotRow>();

    public DbSet<SeatRow> Seats => Set<SeatRow>();

    public DbSet<GapRow> Gaps => Set<GapRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<ScoreSheetRow> ScoreSheets => Set<ScoreSheetRow>();

    public DbSet<StaleSheetRow> StaleSheets => Set<StaleSheetRow>();

    public DbSet<MedianRow> Medians => Set<MedianRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<AddressRow> Addresses => Set<AddressRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<WithholdingRow> Withholdings => Set<WithholdingRow>();

    public DbSet<BrakeRow> Brakes => Set<BrakeRow>();

    public DbSet<PaceRow> Paces => Set<PaceRow>();

    public DbSet<PreferenceRow> Preferences => Set<PreferenceRow>();

    public DbSet<ActionTokenRow> ActionTokens => Set<ActionTokenRow>();

    public DbSet<CohortRow> Cohorts => Set<CohortRow>();

    public DbSet<PublicationRow> Publications => Set<PublicationRow>();

    public DbSet<GroupFigureRow> GroupFigures => Set<GroupFigureRow>();

    public DbSet<AcceptedPersonRow> AcceptedPeople => Set<AcceptedPersonRow>();

    public DbSet<AppealRow> Appeals => Set<AppealRow>();

    public DbSet<AppealEventRow> AppealEvents => Set<AppealEventRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<FindingRow> Findings => Set<FindingRow>();

    public DbSet<FoundPersonRow> FoundPeople => Set<FoundPersonRow>();

    public DbSet<StandInRow> StandIns => Set<StandInRow>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Table<PersonRow>("people", x => new { x.Id }).HasIndex(x => x.Email).IsUnique();
        modelBuilder.Entity<PersonRow>().HasIndex(x => x.EntraObjectId).IsUnique();
        modelBuilder.Entity<PersonRow>().HasIndex(x => x.SlackUserId);
        Table<PersonAliasRow>("person_aliases", x => new { x.Email }).HasIndex(x => x.Person);
        Table<PersonFactRow>("person_facts", x => new { x.Person, x.Kind, x.FromDay });
        Table<LeaveRow>("leave", x => new { x.Person, x.FromDay });
        Table<HolidayRow>("holidays", x => new { x.Country, x.Day });
        Table<SubjectRow>("subjects", x => new { x.Subject }).HasIndex(x => x.Person).IsUnique();
        Table<AccessRecordRow>("access_records", x => new { x.Id }).HasIndex(x => new { x.Subject, x.At });
        Table<AccountRow>("accounts", x => new { x.Id }).HasIndex(x => new { x.Vendor, x.Key }).IsUnique();
        modelBuilder.Entity<AccountRow>().HasIndex(x => x.Person);
        Table<AccountNameRow>("account_names", x => new { x.Vendor, x.Name }).HasIndex(x => x.Account);
        Table<AccountClaimRow>("account_claims", x => new { x.Account, x.Person }).HasIndex(x => x.Person);
        Table<ScopeRow>("scopes", x => new { x.Id }).HasIndex(x => new { x.Source, x.Tool, x.Name, x.Part }).IsUnique();
        Table<ReadingRow>("readings", x => new { x.Account, x.Day, x.Scope });
        Table<SourceDayRow>("source_days", x => new { x.Source, x.Tool, x.Scope, x.Day });
        Table<SeatSnapshotRow>("seat_snapshots", x => new { x.Id });
        Table<SeatRow>("seats", x => new { x.Snapshot, x.Account }).HasIndex(x => x.Account);
        Table<GapRow>("gaps", x => new { x.Id });
        Table<ImportRow>("imports", x => new { x.Id });
        Table<ScoreSheetRow>("score_sheets", x => new { x.Id }).HasIndex(x => new { x.Person, x.Quarter }, "IX_score_sheets_person_quarter");
        modelBuilder.Entity<ScoreSheetRow>().HasIndex(x => new { x.Person, x.Quarter }, "IX_score_sheets_current")
            .IsUnique().HasFilter("replaced_at IS NULL");
        Table<StaleSheetRow>("stale_sheets", x => new { x.Person, x.Quarter });
        Table<MedianRow>("medians", x => new { x.WorkArea, x.Quarter });
        Table<InboxRow>("inbox", x => new { x.Key }).HasIndex(x => new { x.DoneAt, x.ReceivedAt });
        Table<DeliveryRow>("deliveries", x => new { x.Kind, x.Recipient, x.Period }).HasIndex(x => new { x.State, x.StateAt });
        modelBuilder.Entity<DeliveryRow>().HasIndex(x => x.About);
        modelBuilder.Entity<DeliveryRow>().HasIndex(x => new { x.Kind, x.DueAt }, "IX_deliveries_to_claim").HasFilter("state = 1 AND NOT held");
        modelBuilder.Entity<DeliveryRow>().HasIndex(x => new { x.Run, x.State });
        modelBuilder.Entity<DeliveryRow>().HasIndex(x => x.Recipient);
        modelBuilder.Entity<DeliveryRow>(x =>
        {
            // Defaults, so that a node of the version before can still write its rows while both run.
            x.Property(y => y.Held).HasDefaultValue(false);
            x.Property(y => y.Fence).HasDefaultValue(0);
            x.Property(y => y.Attempts).HasDefaultValue(0);
            x.Property(y => y.Unclear).HasDefaultValue(0);
        });
        Table<AddressRow>("addresses", x => new { x.Person, x.Channel });
        Table<RunRow>("runs", x => new { x.Id }).HasIndex(x => new { x.Kind, x.Period });
        Table<WithholdingRow>("withholdings", x => new { x.Kind, x.Person, x.Period }).HasIndex(x => x.Run);
        Table<BrakeRow>("brakes", x => new { x.Name });
        Table<PaceRow>("paces", x => new { x.Name });
        Table<PreferenceRow>("preferences", x => new { x.Person });
        Table<ActionTokenRow>("action_tokens", x => new { x.Id }).HasIndex(x => x.ExpiresAt);
        Table<CohortRow>("cohorts", x => new { x.Quarter, x.Person });
        Table<PublicationRow>("publications", x => new { x.Week });
        Table<GroupFigureRow>("group_figures", x => new { x.Week, x.Unit });
        Table<AcceptedPersonRow>("accepted_people", x => new { x.Person });
        Table<AppealRow>("appeals", x => new { x.Id }).HasIndex(x => x.Reference).IsUnique();
        modelBuilder.Entity<AppealRow>().HasIndex(x => x.Person);
        modelBuilder.Entity<AppealRow>().HasIndex(x => x.Sheet);
        modelBuilder.Entity<AppealRow>().HasIndex(x => x.State);
        modelBuilder.Entity<AppealRow>().HasIndex(x => new { x.Person, x.Quarter, x.Ground }, "IX_appeals_open").IsUnique().HasFilter("state in (1, 2, 3, 5)");
        Table<AppealEventRow>("appeal_events", x => new { x.Appeal, x.Version });
        Table<CorrectionRow>("corrections", x => new { x.Cause, x.Person, x.Place }).HasIndex(x => x.Person);
        Table<FindingRow>("findings", x => new { x.Id }).HasIndex(x => x.State);
        Table<FoundPersonRow>("found_people", x => new { x.Finding, x.Person });
        Table<StandInRow>("stand_ins", x => new { x.Person, x.ForPerson, x.FromDay });

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }

        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Table<T>(
            string name, System.Linq.Expressions.Expression<Func<T, object?>> key)
            where T : class
        {
            var entity = modelBuilder.Entity<T>();
            entity.ToTable(name).HasKey(key);
            return entity;
        }
    }

    private static string SnakeCase(string name) => Hump().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Hump();
}

/// <summary>Times as microseconds since 1970 in both databases: sorts and compares the same in each.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(time => Of(time), stored => At(stored))
{
    /// <summary>The stored form, for SQL written by hand.</summary>
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    /// <summary>The time of a stored form.</summary>
    public static DateTimeOffset At(long stored) => new((stored * 10) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero);
}
