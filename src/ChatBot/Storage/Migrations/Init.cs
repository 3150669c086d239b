using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatBot.Storage.Migrations;

/// <summary>
/// The first schema. No column names a type of its own: each database picks its own for the .NET type. Times are microseconds since 1970.
/// </summary>
[DbContext(typeof(BotDb)), Migration("20261122000000_Init")]
internal sealed class Init : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people", t => new
        {
            id = t.Column<Guid>(nullable: false),
            email = t.Column<string>(nullable: false),
            name = t.Column<string>(nullable: false),
            entra_object_id = t.Column<string>(nullable: true),
            slack_user_id = t.Column<string>(nullable: true),
            github_login = t.Column<string>(nullable: true),
            claude_email = t.Column<string>(nullable: true),
            chatgpt_email = t.Column<string>(nullable: true),
            time_zone = t.Column<string>(nullable: true),
            start_date = t.Column<DateOnly>(nullable: true),
            end_date = t.Column<DateOnly>(nullable: true),
            roles = t.Column<string>(nullable: false),
            set_by = t.Column<string>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_people", x => x.id));

        m.CreateTable("person_aliases", t => new
        {
            email = t.Column<string>(nullable: false),
            person = t.Column<Guid>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_person_aliases", x => x.email));

        m.CreateTable("person_facts", t => new
        {
            person = t.Column<Guid>(nullable: false),
            kind = t.Column<string>(nullable: false),
            from_day = t.Column<DateOnly>(nullable: false),
            value = t.Column<string>(nullable: false),
            set_by = t.Column<string>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_person_facts", x => new { x.person, x.kind, x.from_day }));

        m.CreateTable("leave", t => new
        {
            person = t.Column<Guid>(nullable: false),
            from_day = t.Column<DateOnly>(nullable: false),
            to_day = t.Column<DateOnly>(nullable: true),
            set_by = t.Column<string>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_leave", x => new { x.person, x.from_day }));

        m.CreateTable("holidays", t => new
        {
            country = t.Column<string>(nullable: false),
            day = t.Column<DateOnly>(nullable: false),
            name = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_holidays", x => new { x.country, x.day }));

        m.CreateTable("subjects", t => new
        {
            subject = t.Column<Guid>(nullable: false),
            person = t.Column<Guid>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_subjects", x => x.subject));

        m.CreateTable("access_records", t => new
        {
            id = t.Column<Guid>(nullable: false),
            at = t.Column<long>(nullable: false),
            actor = t.Column<Guid>(nullable: true),
            role = t.Column<int>(nullable: false),
            subject = t.Column<Guid>(nullable: false),
            what = t.Column<string>(nullable: false),
            purpose = t.Column<int>(nullable: false),
            allowed = t.Column<bool>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_access_records", x => x.id));

        m.CreateTable("accounts", t => new
        {
            id = t.Column<int>(nullable: false),
            vendor = t.Column<string>(nullable: false),
            key = t.Column<string>(nullable: false),
            is_machine = t.Column<bool>(nullable: false),
            person = t.Column<Guid>(nullable: true),
            ambiguous = t.Column<bool>(nullable: false),
            first_reading = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_accounts", x => x.id));

        m.CreateTable("account_names", t => new
        {
            vendor = t.Column<string>(nullable: false),
            name = t.Column<string>(nullable: false),
            account = t.Column<int>(nullable: false),
            last_seen = t.Column<DateOnly>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_account_names", x => new { x.vendor, x.name }));

        m.CreateTable("account_claims", t => new
        {
            account = t.Column<int>(nullable: false),
            person = t.Column<Guid>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_account_claims", x => new { x.account, x.person }));

        m.CreateTable("scopes", t => new
        {
            id = t.Column<int>(nullable: false),
            source = t.Column<int>(nullable: false),
            tool = t.Column<string>(nullable: false),
            name = t.Column<string>(nullable: false),
            part = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_scopes", x => x.id));

        CreateReadings(m);

        m.CreateTable("source_days", t => new
        {
            source = t.Column<int>(nullable: false),
            tool = t.Column<string>(nullable: false),
            scope = t.Column<string>(nullable: false),
            day = t.Column<int>(nullable: false),
            rows = t.Column<int>(nullable: false),
            complete = t.Column<bool>(nullable: false),
            last_written = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_source_days", x => new { x.source, x.tool, x.scope, x.day }));

        m.CreateTable("seat_snapshots", t => new
        {
            id = t.Column<Guid>(nullable: false),
            source = t.Column<int>(nullable: false),
            taken_at = t.Column<long>(nullable: false),
            rows = t.Column<int>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_seat_snapshots", x => x.id));

        m.CreateTable("seats", t => new
        {
            snapshot = t.Column<Guid>(nullable: false),
            account = t.Column<int>(nullable: false),
            created_at = t.Column<long>(nullable: false),
            cancelled_on = t.Column<DateOnly>(nullable: true),
            last_activity_at = t.Column<long>(nullable: true),
            plan = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_seats", x => new { x.snapshot, x.account }));

        m.CreateTable("gaps", t => new
        {
            id = t.Column<Guid>(nullable: false),
            names = t.Column<int>(nullable: false),
            value = t.Column<string>(nullable: false),
            tool = t.Column<string>(nullable: true),
            from_day = t.Column<DateOnly>(nullable: false),
            to_day = t.Column<DateOnly>(nullable: true),
            reason = t.Column<string>(nullable: false),
            set_by = t.Column<string>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_gaps", x => x.id));

        m.CreateTable("imports", t => new
        {
            id = t.Column<Guid>(nullable: false),
            kind = t.Column<string>(nullable: false),
            file_name = t.Column<string>(nullable: false),
            sha256 = t.Column<string>(nullable: false),
            read = t.Column<int>(nullable: false),
            stored = t.Column<int>(nullable: false),
            replaced = t.Column<int>(nullable: false),
            unchanged = t.Column<int>(nullable: false),
            rejected = t.Column<int>(nullable: false),
            ignored = t.Column<int>(nullable: false),
            unmatched = t.Column<int>(nullable: false),
            set_by = t.Column<string>(nullable: false),
            at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_imports", x => x.id));

        m.CreateTable("score_sheets", t => new
        {
            id = t.Column<Guid>(nullable: false),
            person = t.Column<Guid>(nullable: false),
            quarter = t.Column<string>(nullable: false),
            as_of = t.Column<DateOnly>(nullable: false),
            rubric = t.Column<string>(nullable: false),
            verdict = t.Column<int>(nullable: false),
            reason = t.Column<string>(nullable: true),
            borderline = t.Column<bool>(nullable: false),
            points = t.Column<int>(nullable: false),
            eligible_days = t.Column<int>(nullable: false),
            active_days = t.Column<int>(nullable: false),
            document = t.Column<byte[]>(nullable: false),
            computed_at = t.Column<long>(nullable: false),
            replaced_at = t.Column<long>(nullable: true),
            replaced_why = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_score_sheets", x => x.id));

        m.CreateTable("stale_sheets", t => new
        {
            person = t.Column<Guid>(nullable: false),
            quarter = t.Column<string>(nullable: false),
            mark = t.Column<Guid>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_stale_sheets", x => new { x.person, x.quarter }));

        m.CreateTable("medians", t => new
        {
            work_area = t.Column<string>(nullable: false),
            quarter = t.Column<string>(nullable: false),
            median = t.Column<decimal>(nullable: false),
            people = t.Column<int>(nullable: false),
            computed_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_medians", x => new { x.work_area, x.quarter }));

        m.CreateTable("inbox", t => new
        {
            key = t.Column<string>(nullable: false),
            channel = t.Column<string>(nullable: false),
            payload = t.Column<string>(nullable: true),
            received_at = t.Column<long>(nullable: false),
            done_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_inbox", x => x.key));

        m.CreateTable("deliveries", t => new
        {
            kind = t.Column<string>(nullable: false),
            recipient = t.Column<Guid>(nullable: false),
            period = t.Column<string>(nullable: false),
            about = t.Column<Guid>(nullable: true),
            channel = t.Column<string>(nullable: false),
            state = t.Column<int>(nullable: false),
            code = t.Column<string>(nullable: true),
            provider_message_id = t.Column<string>(nullable: true),
            planned_at = t.Column<long>(nullable: false),
            state_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_deliveries", x => new { x.kind, x.recipient, x.period }));

        m.CreateTable("addresses", t => new
        {
            person = t.Column<Guid>(nullable: false),
            channel = t.Column<string>(nullable: false),
            tenant = t.Column<string>(nullable: false),
            account = t.Column<string>(nullable: false),
            conversation = t.Column<string>(nullable: false),
            service_url = t.Column<string>(nullable: false),
            reachable = t.Column<bool>(nullable: false),
            set_at = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_addresses", x => new { x.person, x.channel }));

        m.CreateIndex("IX_people_email", "people", "email", unique: true);
        m.CreateIndex("IX_person_aliases_person", "person_aliases", "person");
        m.CreateIndex("IX_subjects_person", "subjects", "person", unique: true);
        m.CreateIndex("IX_access_records_subject_at", "access_records", ["subject", "at"]);
        m.CreateIndex("IX_accounts_vendor_key", "accounts", ["vendor", "key"], unique: true);
        m.CreateIndex("IX_account_names_account", "account_names", "account");
        m.CreateIndex("IX_account_claims_person", "account_claims", "person");
        m.CreateIndex("IX_scopes_source_tool_name_part", "scopes", ["source", "tool", "name", "part"], unique: true);
        m.CreateIndex("IX_seats_account", "seats", "account");
        m.CreateIndex("IX_score_sheets_person_quarter", "score_sheets", ["person", "quarter"]);
        m.CreateIndex("IX_score_sheets_current", "score_sheets", ["person", "quarter"], unique: true, filter: "replaced_at IS NULL");
        m.CreateIndex("IX_inbox_done_at_received_at", "inbox", ["done_at", "received_at"]);
        m.CreateIndex("IX_deliveries_state_state_at", "deliveries", ["state", "state_at"]);
        m.CreateIndex("IX_people_entra_object_id", "people", "entra_object_id", unique: true);
        m.CreateIndex("IX_people_slack_user_id", "people", "slack_user_id");
        m.CreateIndex("IX_accounts_person", "accounts", "person");
        m.CreateIndex("IX_deliveries_about", "deliveries", "about");
    }

    /// <summary>
    /// On SQLite without a row id: the table is then its own primary key, so one account's days lie together on disk (40 bytes a row instead of 56) and
    /// reading them in the key's order jumps nowhere.
    /// </summary>
    private static void CreateReadings(MigrationBuilder m)
    {
        if (m.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            m.Sql(
                """
                create table "readings" (
                    "account" INTEGER not null, "day" INTEGER not null, "scope" INTEGER not null,
                    "prompts" INTEGER null, "agent_sessions" INTEGER null, "review_requests" INTEGER null, "acceptances" INTEGER null, "generations" INTEGER null,
                    "marks" INTEGER not null, "cost" INTEGER null, "currency" TEXT null,
                    constraint "PK_readings" primary key ("account", "day", "scope")) without rowid
                """);
            return;
        }

        m.CreateTable("readings", t => new
        {
            account = t.Column<int>(nullable: false),
            day = t.Column<int>(nullable: false),
            scope = t.Column<int>(nullable: false),
            prompts = t.Column<int>(nullable: true),
            agent_sessions = t.Column<int>(nullable: true),
            review_requests = t.Column<int>(nullable: true),
            acceptances = t.Column<int>(nullable: true),
            generations = t.Column<int>(nullable: true),
            marks = t.Column<int>(nullable: false),
            cost = t.Column<long>(nullable: true),
            currency = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_readings", x => new { x.account, x.day, x.scope }));
    }
}
