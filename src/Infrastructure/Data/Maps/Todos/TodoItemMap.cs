using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Todos;

internal sealed class TodoItemMap : IEntityTypeConfiguration<TodoItem>
{
    public void Configure(EntityTypeBuilder<TodoItem> builder)
    {
        builder.ToTable("todo");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Title).HasMaxLength(TodoItem.MaxTitleLength);
        builder.Property(row => row.Source).HasMaxLength(TodoItem.MaxSourceLength);
        builder.Property(row => row.Link).HasMaxLength(TodoItem.MaxLinkLength);
        builder.HasIndex(row => new { row.PersonId, row.DoneAt, row.DueAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
