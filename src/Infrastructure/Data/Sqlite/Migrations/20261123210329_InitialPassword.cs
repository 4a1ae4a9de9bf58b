using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class InitialPassword : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "password_is_initial",
                table: "account",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "password_is_initial",
                table: "account");
        }
    }
}
