using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TodoLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "link",
                table: "todo",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "link",
                table: "todo");
        }
    }
}
