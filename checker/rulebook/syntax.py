"""What SQL a rule may use: a list of allowed syntax, never a list of forbidden syntax.

Conditions are kept so small that SQL's three-valued logic is sound in them: no ``IS NULL``,
``COALESCE`` or ``CASE``, which would turn "unknown" into "known" and give a verdict that the
missing data could overturn. Subjects may use them, and answer for it by the completion test.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from ..words import Text, did_you_mean

_CONDITION_NODES: tuple[type[exp.Expr], ...] = (
    exp.And, exp.Or, exp.Not, exp.Paren, exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE,
    exp.Between, exp.In, exp.Add, exp.Sub, exp.Mul, exp.Neg, exp.Literal, exp.Boolean,
    exp.Column, exp.Identifier, exp.Placeholder, exp.Cast, exp.DataType, exp.Like,
    exp.RegexpFullMatch, exp.StartsWith, exp.EndsWith, exp.Contains, exp.ArrayContains,
    exp.Length, exp.Lower, exp.Upper, exp.Abs,
)  # fmt: skip
_SUBJECT_NODES: tuple[type[exp.Expr], ...] = (
    *_CONDITION_NODES,
    exp.Select, exp.From, exp.Join, exp.With, exp.CTE, exp.TableAlias, exp.Table, exp.Subquery,
    exp.Where, exp.Group, exp.Having, exp.Order, exp.Ordered, exp.Window, exp.WindowSpec,
    exp.Alias, exp.Star, exp.Union, exp.Exists, exp.Distinct, exp.Filter, exp.Count, exp.Sum,
    exp.Min, exp.Max, exp.LogicalAnd, exp.LogicalOr, exp.ArrayAgg,
    exp.Case, exp.If, exp.Coalesce, exp.Is, exp.Null, exp.Unnest, exp.Explode, exp.GenerateSeries,
    exp.Year, exp.Month, exp.RowNumber, exp.Lead, exp.Lag, exp.Qualify, exp.DPipe, exp.Anonymous,
    exp.DateFromParts, exp.Div, exp.RegexpLike, exp.RegexpExtract, exp.RegexpExtractAll, exp.Array,
    exp.Lateral, exp.Trim, exp.Substring, exp.FirstValue,
)  # fmt: skip
_CONDITION_FUNCTIONS = frozenset({"never", "months_after", "folded", "number_key"})
_SUBJECT_FUNCTIONS = _CONDITION_FUNCTIONS | {
    "known_all", "known_any", "known_min", "known_max", "the_one", "place_of_min", "place_of_max",
    "near_code", "code_head", "code_tail", "typed_code",
}  # fmt: skip

_CUT = "\0"
"""Stands in no SQL."""


class SyntaxFault(Exception):
    """SQL that a rule may not contain; ``text`` says what and what to write instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition with the names that it uses.

    ``pieces`` are its text, written out anew from its tree, cut at the parameters: text and
    parameter in turn, beginning and ending with text.
    """

    tree: exp.Expr
    pieces: tuple[str, ...]
    columns: frozenset[str]
    parameters: frozenset[str]

    @classmethod
    def of(cls, tree: exp.Expr) -> Condition:
        """A tree of the allowed syntax as a condition."""
        text = tree.transform(_written).sql(dialect="duckdb", copy=False)
        return cls(
            tree,
            tuple(text.split(_CUT)),
            columns=frozenset(column.name for column in tree.find_all(exp.Column)),
            parameters=frozenset(node.name for node in tree.find_all(exp.Placeholder)),
        )

    def sql(self, values: Mapping[str, str]) -> str:
        """The condition with the SQL of each parameter's value put in."""
        return "".join(
            f"({values[piece]})" if number % 2 else piece
            for number, piece in enumerate(self.pieces)
        )


def parse_condition(sql: str) -> Condition:
    """Parse one SQL boolean expression of the allowed syntax.

    Raises:
        SyntaxFault: Not SQL, more than one expression, or syntax that a condition may not use.
    """
    tree = _parse(sql)
    for node in tree.walk():
        _allow(node, _CONDITION_NODES, _CONDITION_FUNCTIONS)
        _refuse_special(node)
    return Condition.of(tree)


def _written(node: exp.Expr) -> exp.Expr:
    """Columns in quotes; parameters between cuts."""
    if isinstance(node, exp.Placeholder):
        return exp.Var(this=f"{_CUT}{node.name}{_CUT}")
    if isinstance(node, exp.Column):
        return exp.column(node.name, quoted=True)
    return node


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed subject, written out anew from its tree, and the tables or subjects it reads."""

    sql: str
    reads: frozenset[str]
    columns: frozenset[str]


def parse_query(sql: str, known: Iterable[str]) -> Query:
    """Parse a subject: one SELECT (with CTEs) over known tables and subjects.

    Raises:
        SyntaxFault: Not SQL, not a SELECT, an unknown table, or syntax that is not allowed.
    """
    tree = _parse(sql)
    if not isinstance(tree, exp.Select | exp.Union):
        raise SyntaxFault(Text("cần một câu SELECT", "one SELECT is expected"))
    nodes = list(tree.walk())
    inner = {node.alias for node in nodes if isinstance(node, exp.CTE)}
    reads: set[str] = set()
    for node in nodes:
        _allow(node, _SUBJECT_NODES, _SUBJECT_FUNCTIONS)
        if isinstance(node, exp.Placeholder):
            raise SyntaxFault(
                Text(
                    vi="subject không dùng tham số $…; hãy đưa ra cột để tiêu chí so sánh",
                    en="a subject takes no $parameters; give a column for criteria to compare",
                )
            )
        if isinstance(node, exp.With) and (node.recursive or node.parent is not tree):
            # An inner WITH would lend its names to the whole query: a file's, for instance.
            raise SyntaxFault(
                Text(
                    vi="WITH chỉ đứng ở đầu câu và không có RECURSIVE",
                    en="WITH stands at the head of the query only, without RECURSIVE",
                )
            )
        if isinstance(node, exp.Table) and (node.db or node.name not in inner):
            reads.add(_table_name(node, known))
    columns = frozenset(node.name for node in nodes if isinstance(node, exp.Column))
    return Query(tree.sql(dialect="duckdb", copy=False), frozenset(reads), columns)


def _parse(sql: str) -> exp.Expr:
    if _CUT in sql:
        raise SyntaxFault(Text("SQL có ký tự điều khiển", "a control character in SQL"))
    try:
        trees = sqlglot.parse(sql, dialect="duckdb")
    except SqlglotError as error:
        first = str(error).splitlines()[0]
        raise SyntaxFault(Text(f"không phải SQL hợp lệ: {first}", f"not SQL: {first}")) from error
    if len(trees) != 1 or trees[0] is None:
        raise SyntaxFault(Text("cần đúng một biểu thức SQL", "exactly one SQL expression expected"))
    return trees[0]


def _allow(node: exp.Expr, nodes: tuple[type[exp.Expr], ...], functions: frozenset[str]) -> None:
    if isinstance(node, exp.Anonymous):
        name = node.name.lower()
        if name not in functions:
            hint = did_you_mean(name, functions)
            raise SyntaxFault(
                Text(
                    vi=f"hàm '{name}' không được phép{hint.vi}",
                    en=f"function '{name}' is not allowed{hint.en}",
                )
            )
    elif type(node) not in nodes:
        shown = node.sql(dialect="duckdb")
        raise SyntaxFault(
            Text(
                vi=f"cú pháp '{shown}' ({type(node).__name__}) không được phép ở đây",
                en=f"syntax '{shown}' ({type(node).__name__}) is not allowed here",
            )
        )


def _refuse_special(node: exp.Expr) -> None:
    """What is allowed as syntax, yet not in every form."""
    fault: Text | None = None
    if isinstance(node, exp.Column) and node.table:
        fault = Text(
            f"cột '{node.sql()}' viết không kèm tên bảng", f"write column '{node.name}' alone"
        )
    elif isinstance(node, exp.In) and (node.args.get("query") or node.args.get("unnest")):
        fault = Text("IN chỉ nhận danh sách giá trị", "IN takes a list of values only")
    elif isinstance(node, exp.Cast) and not (
        isinstance(node.this, exp.Literal) and node.to.is_type("DATE")
    ):
        fault = Text("chỉ được viết DATE 'yyyy-mm-dd'", "only DATE 'yyyy-mm-dd' may be cast")
    elif isinstance(node, exp.RegexpFullMatch) and not isinstance(node.expression, exp.Literal):
        fault = Text("mẫu so khớp phải viết thẳng ra", "the pattern has to be written out")
    if fault:
        raise SyntaxFault(fault)


def _table_name(node: exp.Table, known: Iterable[str]) -> str:
    name = node.name
    if node.db or node.catalog or not isinstance(node.this, exp.Identifier):
        raise SyntaxFault(
            Text(f"'{node.sql()}' không phải tên bảng", f"'{node.sql()}' is not a table's name")
        )
    if name not in known:
        hint = did_you_mean(name, known)
        raise SyntaxFault(
            Text(
                vi=f"không có bảng hay subject '{name}'{hint.vi}",
                en=f"unknown table or subject '{name}'{hint.en}",
            )
        )
    return name
