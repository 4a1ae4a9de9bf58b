using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LdapLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ldap_person_link",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entry_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    post_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    missing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    leave_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ldap_person_link", x => new { x.source, x.entry_id });
                    table.ForeignKey(
                        name: "fk_ldap_person_link_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ldap_run",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    missing = table.Column<int>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ldap_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ldap_unit_link",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entry_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    missing_since = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ldap_unit_link", x => new { x.source, x.entry_id });
                    table.ForeignKey(
                        name: "fk_ldap_unit_link_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ldap_person_link_person_id",
                table: "ldap_person_link",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ldap_person_link_source_person_id",
                table: "ldap_person_link",
                columns: new[] { "source", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ldap_run_source_started_at",
                table: "ldap_run",
                columns: new[] { "source", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ldap_unit_link_source_unit_id",
                table: "ldap_unit_link",
                columns: new[] { "source", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ldap_unit_link_unit_id",
                table: "ldap_unit_link",
                column: "unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ldap_person_link");

            migrationBuilder.DropTable(
                name: "ldap_run");

            migrationBuilder.DropTable(
                name: "ldap_unit_link");
        }
    }
}
