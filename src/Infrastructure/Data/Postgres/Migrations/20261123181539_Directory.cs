using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace HaiZhengTong.Infrastructure.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Directory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_admin_grant",
                table: "admin_grant");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "post",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "post",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "visibility",
                table: "post",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "leaves_on",
                table: "person",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "person",
                type: "character varying(350)",
                maxLength: 350,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "tag_id",
                table: "audience_term",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                table: "audience",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "line",
                table: "admin_grant",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "granted_by",
                table: "admin_grant",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_admin_grant",
                table: "admin_grant",
                columns: new[] { "person_id", "unit_id", "role", "line" });

            migrationBuilder.CreateTable(
                name: "contact_star",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_star", x => new { x.person_id, x.other_id });
                    table.ForeignKey(
                        name: "fk_contact_star_people_other_id",
                        column: x => x.other_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contact_star_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directory_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    other_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undo_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_change", x => x.id);
                    table.ForeignKey(
                        name: "fk_directory_change_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_directory_change_units_other_unit_id",
                        column: x => x.other_unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_directory_change_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sort = table.Column<int>(type: "integer", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "person_tag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_tag", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_tag_person_owner_id",
                        column: x => x.owner_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_tag_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scim_client",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scim_client", x => x.id);
                    table.ForeignKey(
                        name: "fk_scim_client_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visibility_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    except_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visibility_rule", x => x.id);
                    table.ForeignKey(
                        name: "fk_visibility_rule_audience_except_id",
                        column: x => x.except_id,
                        principalTable: "audience",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_visibility_rule_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_visibility_rule_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_tag_member",
                columns: table => new
                {
                    tag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_tag_member", x => new { x.tag_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_person_tag_member_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_tag_member_person_tag_tag_id",
                        column: x => x.tag_id,
                        principalTable: "person_tag",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.InsertData(
                table: "duty",
                columns: new[] { "code", "is_retired", "name", "name_en", "sort", "version" },
                values: new object[,]
                {
                    { "department-head", false, "部门负责人", "Department head", 20, 0L },
                    { "duty-officer", false, "值班人员", "Duty officer", 40, 0L },
                    { "grid-worker", false, "网格员", "Grid worker", 70, 0L },
                    { "information-officer", false, "信息化专员", "Information officer", 50, 0L },
                    { "leader", false, "单位领导", "Leader", 10, 0L },
                    { "liaison", false, "联络员", "Liaison", 60, 0L },
                    { "office-director", false, "办公室主任", "Office director", 30, 0L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_post_ends_on",
                table: "post",
                column: "ends_on",
                filter: "ends_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_person_leaves_on",
                table: "person",
                column: "leaves_on",
                filter: "leaves_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audience_term_tag_id",
                table: "audience_term",
                column: "tag_id");

            migrationBuilder.CreateIndex(
                name: "ix_audience_owner_id",
                table: "audience",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_star_other_id",
                table: "contact_star",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_directory_change_effective_on",
                table: "directory_change",
                column: "effective_on",
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_directory_change_other_unit_id_made_at",
                table: "directory_change",
                columns: new[] { "other_unit_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_directory_change_person_id_made_at",
                table: "directory_change",
                columns: new[] { "person_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_directory_change_unit_id_made_at",
                table: "directory_change",
                columns: new[] { "unit_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_person_tag_owner_id_name",
                table: "person_tag",
                columns: new[] { "owner_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_tag_unit_id_name",
                table: "person_tag",
                columns: new[] { "unit_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_tag_member_person_id",
                table: "person_tag_member",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_scim_client_token_hash",
                table: "scim_client",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scim_client_unit_id",
                table: "scim_client",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_scim_link_client_id_external_id",
                table: "scim_link",
                columns: new[] { "client_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visibility_rule_except_id",
                table: "visibility_rule",
                column: "except_id");

            migrationBuilder.CreateIndex(
                name: "ix_visibility_rule_person_id",
                table: "visibility_rule",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_visibility_rule_unit_id",
                table: "visibility_rule",
                column: "unit_id");

            migrationBuilder.AddForeignKey(
                name: "fk_audience_people_owner_id",
                table: "audience",
                column: "owner_id",
                principalTable: "person",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_audience_term_person_tags_tag_id",
                table: "audience_term",
                column: "tag_id",
                principalTable: "person_tag",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_audience_people_owner_id",
                table: "audience");

            migrationBuilder.DropForeignKey(
                name: "fk_audience_term_person_tags_tag_id",
                table: "audience_term");

            migrationBuilder.DropTable(
                name: "contact_star");

            migrationBuilder.DropTable(
                name: "directory_change");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "person_tag_member");

            migrationBuilder.DropTable(
                name: "scim_link");

            migrationBuilder.DropTable(
                name: "visibility_rule");

            migrationBuilder.DropTable(
                name: "person_tag");

            migrationBuilder.DropTable(
                name: "scim_client");

            migrationBuilder.DropIndex(
                name: "ix_post_ends_on",
                table: "post");

            migrationBuilder.DropIndex(
                name: "ix_person_leaves_on",
                table: "person");

            migrationBuilder.DropIndex(
                name: "ix_audience_term_tag_id",
                table: "audience_term");

            migrationBuilder.DropIndex(
                name: "ix_audience_owner_id",
                table: "audience");

            migrationBuilder.DropPrimaryKey(
                name: "pk_admin_grant",
                table: "admin_grant");

            migrationBuilder.DropColumn(
                name: "ends_on",
                table: "post");

            migrationBuilder.DropColumn(
                name: "version",
                table: "post");

            migrationBuilder.DropColumn(
                name: "visibility",
                table: "post");

            migrationBuilder.DropColumn(
                name: "leaves_on",
                table: "person");

            migrationBuilder.DropColumn(
                name: "reading",
                table: "person");

            migrationBuilder.DropColumn(
                name: "tag_id",
                table: "audience_term");

            migrationBuilder.DropColumn(
                name: "owner_id",
                table: "audience");

            migrationBuilder.DropColumn(
                name: "line",
                table: "admin_grant");

            migrationBuilder.DropColumn(
                name: "granted_by",
                table: "admin_grant");

            migrationBuilder.AddPrimaryKey(
                name: "pk_admin_grant",
                table: "admin_grant",
                columns: new[] { "person_id", "unit_id" });
        }
    }
}
