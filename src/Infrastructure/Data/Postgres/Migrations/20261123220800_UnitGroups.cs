using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class UnitGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "audience_id",
                table: "conversation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_unit_only",
                table: "audience_term",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "level",
                table: "audience_term",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversation_audience_id",
                table: "conversation",
                column: "audience_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_conversation_audience_id",
                table: "conversation");

            migrationBuilder.DropColumn(
                name: "audience_id",
                table: "conversation");

            migrationBuilder.DropColumn(
                name: "is_unit_only",
                table: "audience_term");

            migrationBuilder.DropColumn(
                name: "level",
                table: "audience_term");
        }
    }
}
