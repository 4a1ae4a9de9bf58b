using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OneMainPost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_post_main",
                table: "post",
                column: "person_id",
                unique: true,
                filter: "is_main");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_post_main",
                table: "post");
        }
    }
}
