using System.Linq.Expressions;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>Which columns attributes are kept in, and with them filters and orders as the database understands them.</summary>
/// <typeparam name="TRow">What a list is read from.</typeparam>
internal sealed class ScimColumns<TRow>(ScimResourceType type, string collation)
{
    private static readonly ParameterExpression _row = Expression.Parameter(typeof(TRow), "row");
    private readonly Dictionary<string, Expression> _columns = [];
    private readonly Dictionary<string, Func<object?, Expression?>> _equals = [];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, Expression>>> _elements = [];

    /// <summary>An attribute kept in one column: text (null for none), a boolean or a moment.</summary>
    public ScimColumns<TRow> Add<TValue>(string path, Expression<Func<TRow, TValue>> column)
    {
        _columns[Key(path)] = Rebase(column);
        return this;
    }

    /// <summary>An attribute that can only be asked for being equal to a value; null where the value can be nothing it holds.</summary>
    public ScimColumns<TRow> AddEquality(string path, Func<object?, Expression<Func<TRow, bool>>?> equals)
    {
        _equals[Key(path)] = value => equals(value) is { } test ? Rebase(test) : null;
        return this;
    }

    /// <summary>A multi-valued attribute whose values lie in a column each, with constants beside it; the value is the part "value".</summary>
    public ScimColumns<TRow> AddElements(string path, params (Expression<Func<TRow, string?>> Value, string Type, bool? IsPrimary)[] elements)
    {
        _elements[Key(path)] = [.. elements.Select(element =>
        {
            var parts = new Dictionary<string, Expression>(StringComparer.OrdinalIgnoreCase)
            {
                ["value"] = Rebase(element.Value),
                ["type"] = Expression.Constant(element.Type, typeof(string)),
            };
            if (element.IsPrimary is { } isPrimary)
            {
                parts["primary"] = Expression.Constant(isPrimary);
            }

            return parts;
        })];
        return this;
    }

    /// <summary>The filter for the database; null where it cannot answer it.</summary>
    public Expression<Func<TRow, bool>>? Where(ScimFilter filter) =>
        Test(filter) is { } test ? Expression.Lambda<Func<TRow, bool>>(test, _row) : null;

    /// <summary>The rows in the order of an attribute; null where they cannot be ordered by it.</summary>
    public IOrderedQueryable<TRow>? Order(IQueryable<TRow> rows, string sortBy, bool isDescending)
    {
        if (ScimPath.Read(sortBy) is not { } path || type.Find(path) is not { } found || !_columns.TryGetValue(found.Key, out var column))
        {
            return null;
        }

        var key = column.Type == typeof(string) ? ScimTests.Comparable(column, isExact: ScimMatch.Leaf(found).IsExact, collation) : column;
        var order = Expression.Call(
            typeof(Queryable), isDescending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy),
            [typeof(TRow), key.Type], rows.Expression, Expression.Quote(Expression.Lambda(key, _row)));
        return (IOrderedQueryable<TRow>)rows.Provider.CreateQuery<TRow>(order);
    }

    private Expression? Test(ScimFilter filter)
    {
        switch (filter)
        {
            case ScimFilter.And both:
                return Test(both.Left) is { } left && Test(both.Right) is { } right ? Expression.AndAlso(left, right) : null;
            case ScimFilter.Or either:
                return Test(either.Left) is { } one && Test(either.Right) is { } other ? Expression.OrElse(one, other) : null;
            case ScimFilter.Not not:
                return Test(not.Inner) is { } inner ? Expression.Not(inner) : null;
            case ScimFilter.Element element when type.Find(element.Path) is { } found && _elements.TryGetValue(found.Key, out var elements):
                return Any(elements, parts => Inside(found.Attribute, element.Inner, parts));
            case ScimFilter.Present present when type.Find(present.Path) is { } found:
                return Present(found);
            case ScimFilter.Compare compare when type.Find(compare.Path) is { } found:
                return Compare(found, compare);
            default:
                return null;
        }
    }

    private Expression? Present(ScimTarget found) =>
        _elements.TryGetValue(WithoutPart(found), out var elements)
            ? Any(elements, parts => parts.ContainsKey(found.Part?.Name ?? "value") ? Expression.Constant(true) : Expression.Constant(false))
            : _columns.TryGetValue(found.Key, out var column) ? ScimTests.IsThere(column) : null;

    private Expression? Compare(ScimTarget found, ScimFilter.Compare compare)
    {
        if (_equals.TryGetValue(found.Key, out var equals) && compare.Value is not null
            && (compare.Operator == ScimOperator.Eq || (compare.Operator == ScimOperator.Ne && !found.Attribute.IsMany)))
        {
            var test = equals(compare.Value) ?? Expression.Constant(false);
            return compare.Operator == ScimOperator.Eq ? test : Expression.Not(test);
        }

        var leaf = ScimMatch.Leaf(found);
        if (_elements.TryGetValue(WithoutPart(found), out var elements))
        {
            return compare.Value is null
                ? Present(found) is { } there ? compare.Operator == ScimOperator.Ne ? there : Expression.Not(there) : null
                : Any(elements, parts => parts.TryGetValue(leaf.Name, out var part)
                    ? ScimTests.Compare(part, leaf, compare, isMissingUnequal: false, collation) : Expression.Constant(false));
        }

        return _columns.TryGetValue(found.Key, out var column) ? ScimTests.Compare(column, leaf, compare, isMissingUnequal: true, collation) : null;
    }

    // An element is there when its value is.
    private static BinaryExpression? Any(
        IReadOnlyList<IReadOnlyDictionary<string, Expression>> elements, Func<IReadOnlyDictionary<string, Expression>, Expression?> test)
    {
        var tests = elements.Select(parts => test(parts) is { } one ? Expression.AndAlso(ScimTests.IsThere(parts["value"]), one) : null).ToList();
        return tests.Contains(null) ? null : tests.Aggregate((left, right) => Expression.OrElse(left!, right!));
    }

    private Expression? Inside(ScimAttribute attribute, ScimFilter filter, IReadOnlyDictionary<string, Expression> parts)
    {
        switch (filter)
        {
            case ScimFilter.And both:
                return Inside(attribute, both.Left, parts) is { } left && Inside(attribute, both.Right, parts) is { } right ? Expression.AndAlso(left, right) : null;
            case ScimFilter.Or either:
                return Inside(attribute, either.Left, parts) is { } one && Inside(attribute, either.Right, parts) is { } other ? Expression.OrElse(one, other) : null;
            case ScimFilter.Not not:
                return Inside(attribute, not.Inner, parts) is { } inner ? Expression.Not(inner) : null;
            case ScimFilter.Present present:
                return Expression.Constant(parts.ContainsKey(present.Path.Attribute));
            case ScimFilter.Compare compare when attribute.Part(compare.Path.Attribute) is { } leaf:
                return parts.TryGetValue(leaf.Name, out var part)
                    ? ScimTests.Compare(part, leaf, compare, isMissingUnequal: true, collation)
                    : Expression.Constant(compare.Value is null ? compare.Operator == ScimOperator.Eq : compare.Operator == ScimOperator.Ne);
            default:
                return null;
        }
    }

    private string Key(string path) => type.Find(ScimPath.Read(path)!)!.Key;

    private static string WithoutPart(ScimTarget found) => (found with { Part = null }).Key;

    private static Expression Rebase(LambdaExpression lambda) => new Rebaser(lambda.Parameters[0]).Visit(lambda.Body);

    private sealed class Rebaser(ParameterExpression old) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? _row : base.VisitParameter(node);
    }
}
