using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AuditHead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "channel",
                table: "audit_entry",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "form",
                table: "audit_entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "result",
                table: "audit_entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "audit_entry",
                type: "TEXT",
                maxLength: 45,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "unit_id",
                table: "audit_entry",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_actor_id_seq",
                table: "audit_entry",
                columns: new[] { "actor_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_at",
                table: "audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_unit_id_seq",
                table: "audit_entry",
                columns: new[] { "unit_id", "seq" });

            // What is there already gets its second place; where nothing is, the first entry makes it.
            migrationBuilder.Sql("insert into audit_head (id, seq, hash) select 1, seq, hash from audit_entry order by seq desc limit 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_actor_id_seq",
                table: "audit_entry");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_at",
                table: "audit_entry");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_unit_id_seq",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "form",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "result",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "source",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "unit_id",
                table: "audit_entry");
        }
    }
}
