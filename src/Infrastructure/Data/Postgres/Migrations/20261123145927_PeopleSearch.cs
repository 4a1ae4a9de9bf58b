using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PeopleSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_person_token",
                table: "person_token");

            migrationBuilder.DropIndex(
                name: "ix_person_token_person_id",
                table: "person_token");

            migrationBuilder.AddPrimaryKey(
                name: "pk_person_token",
                table: "person_token",
                columns: new[] { "weight", "token", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_token_person_id_token",
                table: "person_token",
                columns: new[] { "person_id", "token" });

            migrationBuilder.CreateIndex(
                name: "ix_person_status",
                table: "person",
                column: "status",
                filter: "status <> 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_person_token",
                table: "person_token");

            migrationBuilder.DropIndex(
                name: "ix_person_token_person_id_token",
                table: "person_token");

            migrationBuilder.DropIndex(
                name: "ix_person_status",
                table: "person");

            migrationBuilder.AddPrimaryKey(
                name: "pk_person_token",
                table: "person_token",
                columns: new[] { "token", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_token_person_id",
                table: "person_token",
                column: "person_id");
        }
    }
}
