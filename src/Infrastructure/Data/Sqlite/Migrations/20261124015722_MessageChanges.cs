using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaiZhengTong.Infrastructure.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MessageChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "edited_at",
                table: "message",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "reply_to",
                table: "message",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "state",
                table: "message",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "last_change_at",
                table: "conversation_head",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "former_wording",
                columns: table => new
                {
                    conversation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    rev = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_wording", x => new { x.conversation_id, x.seq, x.rev });
                    table.ForeignKey(
                        name: "fk_former_wording_message_conversation_id_seq",
                        columns: x => new { x.conversation_id, x.seq },
                        principalTable: "message",
                        principalColumns: new[] { "conversation_id", "seq" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reaction",
                columns: table => new
                {
                    conversation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    sign = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reaction", x => new { x.conversation_id, x.seq, x.sign, x.person_id });
                    table.ForeignKey(
                        name: "fk_reaction_message_conversation_id_seq",
                        columns: x => new { x.conversation_id, x.seq },
                        principalTable: "message",
                        principalColumns: new[] { "conversation_id", "seq" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "former_wording");

            migrationBuilder.DropTable(
                name: "reaction");

            migrationBuilder.DropColumn(
                name: "edited_at",
                table: "message");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "message");

            migrationBuilder.DropColumn(
                name: "state",
                table: "message");

            migrationBuilder.DropColumn(
                name: "last_change_at",
                table: "conversation_head");
        }
    }
}
