using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A to-do that was handed over.</summary>
internal sealed record KeptTodo(TodoId Id, PersonId Heir);
