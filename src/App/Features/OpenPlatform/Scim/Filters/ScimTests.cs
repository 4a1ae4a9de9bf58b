using System.Linq.Expressions;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>One comparison in the database's words, with the meaning of <see cref="ScimMatch"/>. No test answers null, so that "not" turns it round.</summary>
internal static class ScimTests
{
    public static Expression IsThere(Expression column) => column.Type == typeof(string) && column is not ConstantExpression
        ? Expression.AndAlso(
            Expression.NotEqual(column, Expression.Constant(null, typeof(string))),
            Expression.NotEqual(column, Expression.Constant("", typeof(string))))
        : Expression.Constant(true);

    public static Expression? Compare(Expression column, ScimAttribute leaf, ScimFilter.Compare compare, bool isMissingUnequal, string collation)
    {
        var isThere = IsThere(column);
        if (compare.Value is null)
        {
            return compare.Operator == ScimOperator.Eq ? Expression.Not(isThere) : isThere;
        }

        var test = compare.Value switch
        {
            string text when column.Type == typeof(string) => Text(column, leaf.IsExact, text, compare.Operator, collation),
            string text when column.Type == typeof(DateTimeOffset) => Order(compare.Operator, column, Value(ScimMatch.Moment(text)!.Value)),
            bool wanted when column.Type == typeof(bool) => Order(compare.Operator, column, Expression.Constant(wanted)),
            _ => null,
        };
        return test is null ? null
            : compare.Operator == ScimOperator.Ne && isMissingUnequal ? Expression.OrElse(Expression.Not(isThere), test)
            : Expression.AndAlso(isThere, test);
    }

    /// <summary>The text as it is compared: bytes, ASCII letters small unless exact.</summary>
    public static Expression Comparable(Expression column, bool isExact, string collation)
    {
        var bytes = Expression.Call(
            typeof(RelationalDbFunctionsExtensions), nameof(RelationalDbFunctionsExtensions.Collate), [typeof(string)],
            Expression.Constant(EF.Functions), column, Expression.Constant(collation));
        return isExact ? bytes : Expression.Call(bytes, nameof(string.ToLower), null);
    }

    private static Expression? Text(Expression column, bool isExact, string text, ScimOperator how, string collation)
    {
        var wanted = isExact ? text : ScimMatch.Fold(text);
        if (column is ConstantExpression { Value: string constant })
        {
            return Constant(isExact ? constant : ScimMatch.Fold(constant), wanted, how);
        }

        var left = Comparable(column, isExact, collation);
        var right = Value(wanted);
        return how switch
        {
            ScimOperator.Co => Expression.Call(left, nameof(string.Contains), null, right),
            ScimOperator.Sw => Expression.Call(left, nameof(string.StartsWith), null, right),
            ScimOperator.Ew => Expression.Call(left, nameof(string.EndsWith), null, right),
            ScimOperator.Eq or ScimOperator.Ne => Order(how, left, right),
            _ => Order(how, Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0)),
        };
    }

    private static ConstantExpression? Constant(string left, string right, ScimOperator how)
    {
        var order = string.CompareOrdinal(left, right);
        return Expression.Constant(how switch
        {
            ScimOperator.Co => left.Contains(right, StringComparison.Ordinal),
            ScimOperator.Sw => left.StartsWith(right, StringComparison.Ordinal),
            ScimOperator.Ew => left.EndsWith(right, StringComparison.Ordinal),
            ScimOperator.Eq => order == 0,
            ScimOperator.Ne => order != 0,
            ScimOperator.Gt => order > 0,
            ScimOperator.Ge => order >= 0,
            ScimOperator.Lt => order < 0,
            ScimOperator.Le => order <= 0,
        });
    }

    private static BinaryExpression? Order(ScimOperator how, Expression left, Expression right) => how switch
    {
        ScimOperator.Eq => Expression.Equal(left, right),
        ScimOperator.Ne => Expression.NotEqual(left, right),
        ScimOperator.Gt => Expression.GreaterThan(left, right),
        ScimOperator.Ge => Expression.GreaterThanOrEqual(left, right),
        ScimOperator.Lt => Expression.LessThan(left, right),
        ScimOperator.Le => Expression.LessThanOrEqual(left, right),
        ScimOperator.Co or ScimOperator.Sw or ScimOperator.Ew => null,
    };

    // A member of an object becomes a parameter of the statement, a constant would become a statement of its own.
    private static MemberExpression Value<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), nameof(Box<T>.Content));

    private sealed record Box<T>(T Content);
}
