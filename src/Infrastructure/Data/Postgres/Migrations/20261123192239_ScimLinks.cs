using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ScimLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scim_link");

            migrationBuilder.CreateTable(
                name: "scim_person_link",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scim_person_link", x => new { x.client_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_scim_person_link_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_scim_person_link_scim_client_client_id",
                        column: x => x.client_id,
                        principalTable: "scim_client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scim_unit_link",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scim_unit_link", x => new { x.client_id, x.unit_id });
                    table.ForeignKey(
                        name: "fk_scim_unit_link_scim_client_client_id",
                        column: x => x.client_id,
                        principalTable: "scim_client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_scim_unit_link_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_scim_person_link_client_id_external_id",
                table: "scim_person_link",
                columns: new[] { "client_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scim_person_link_person_id",
                table: "scim_person_link",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_scim_unit_link_client_id_external_id",
                table: "scim_unit_link",
                columns: new[] { "client_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scim_unit_link_unit_id",
                table: "scim_unit_link",
                column: "unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scim_person_link");

            migrationBuilder.DropTable(
                name: "scim_unit_link");

            migrationBuilder.CreateTable(
                name: "scim_link",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    external_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scim_link", x => new { x.client_id, x.resource_id });
                    table.ForeignKey(
                        name: "fk_scim_link_scim_client_client_id",
                        column: x => x.client_id,
                        principalTable: "scim_client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_scim_link_client_id_external_id",
                table: "scim_link",
                columns: new[] { "client_id", "external_id" },
                unique: true);
        }
    }
}
