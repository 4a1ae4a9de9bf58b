using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DirectorySearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_post_duty_unit_id",
                table: "post",
                columns: new[] { "duty", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_title_unit_id",
                table: "post",
                columns: new[] { "title", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_post_duty_unit_id",
                table: "post");

            migrationBuilder.DropIndex(
                name: "ix_post_title_unit_id",
                table: "post");
        }
    }
}
