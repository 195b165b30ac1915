/**
 * The nodes of PostgreSQL's parse tree that a query may contain, each with its allowed fields. `field:Type` is a child whose type the parser
 * omits; children in all other fields name their type. Everything else is refused, including what a later version of the parser adds.
 */
const nodes: Readonly<Record<string, string>> = {
  SelectStmt: `distinctClause targetList fromClause whereClause groupClause groupDistinct havingClause windowClause valuesLists sortClause
    limitOffset limitCount limitOption withClause:WithClause op all larg:SelectStmt rarg:SelectStmt`,
  WithClause: 'ctes recursive location',
  CommonTableExpr: `ctename aliascolnames ctematerialized ctequery search_clause:CTESearchClause cycle_clause:CTECycleClause location
    cterecursive`,
  CTESearchClause: 'search_col_list search_breadth_first search_seq_column location',
  CTECycleClause: 'cycle_col_list cycle_mark_column cycle_mark_value cycle_mark_default cycle_path_column location',
  ResTarget: 'name val location',
  SortBy: 'node sortby_dir sortby_nulls useOp location',
  GroupingSet: 'kind content location',
  WindowDef: 'name refname partitionClause orderClause frameOptions startOffset endOffset location',

  RangeVar: 'schemaname relname inh relpersistence alias:Alias location',
  RangeSubselect: 'lateral subquery alias:Alias',
  RangeFunction: 'lateral ordinality is_rowsfrom functions alias:Alias coldeflist',
  RangeTableSample: 'relation method args repeatable location',
  JoinExpr: 'jointype isNatural larg rarg usingClause join_using_alias:Alias quals alias:Alias',
  Alias: 'aliasname colnames',
  ColumnDef: 'colname typeName:TypeName is_local collClause:CollateClause location',

  ColumnRef: 'fields location',
  A_Star: '',
  A_Const: 'ival:Integer fval:Float boolval:Boolean sval:String bsval:BitString isnull location',
  Integer: 'ival',
  Float: 'fval',
  Boolean: 'boolval',
  String: 'sval',
  BitString: 'bsval',
  List: 'items',
  ParamRef: 'number location',
  TypeCast: 'arg typeName:TypeName location',
  TypeName: 'names typmods typemod arrayBounds location',
  CollateClause: 'arg collname location',
  FuncCall: `funcname args agg_order agg_filter over:WindowDef agg_within_group agg_star agg_distinct func_variadic funcformat location`,
  NamedArgExpr: 'arg name argnumber location',
  A_Expr: 'kind name lexpr rexpr rexpr_list_start rexpr_list_end location',
  BoolExpr: 'boolop args location',
  NullTest: 'arg nulltesttype location',
  BooleanTest: 'arg booltesttype location',
  CaseExpr: 'arg args defresult location',
  CaseWhen: 'expr result location',
  CoalesceExpr: 'args location',
  MinMaxExpr: 'op args location',
  SQLValueFunction: 'op typmod location',
  SubLink: 'subLinkType testexpr operName subselect location',
  A_ArrayExpr: 'elements list_start list_end location',
  A_Indirection: 'arg indirection',
  A_Indices: 'is_slice lidx uidx',
  RowExpr: 'args row_format location',
  GroupingFunc: 'args location',

  JsonFuncExpr: `op column_name context_item:JsonValueExpr pathspec passing output:JsonOutput on_empty:JsonBehavior on_error:JsonBehavior
    wrapper quotes location`,
  JsonTable:
    'context_item:JsonValueExpr pathspec:JsonTablePathSpec passing columns on_error:JsonBehavior alias:Alias lateral location',
  JsonTableColumn: `coltype name typeName:TypeName pathspec:JsonTablePathSpec format:JsonFormat wrapper quotes columns
    on_empty:JsonBehavior on_error:JsonBehavior location`,
  JsonTablePathSpec: 'string name name_location location',
  JsonValueExpr: 'raw_expr format:JsonFormat',
  JsonFormat: 'format_type encoding location',
  JsonReturning: 'format:JsonFormat typmod',
  JsonOutput: 'typeName:TypeName returning:JsonReturning',
  JsonArgument: 'val:JsonValueExpr name',
  JsonBehavior: 'btype expr coerce location',
  JsonIsPredicate: 'expr format:JsonFormat item_type unique_keys location',
  JsonKeyValue: 'key value:JsonValueExpr',
  JsonObjectConstructor: 'exprs output:JsonOutput absent_on_null unique location',
  JsonArrayConstructor: 'exprs output:JsonOutput absent_on_null location',
  JsonArrayQueryConstructor: 'query output:JsonOutput format:JsonFormat absent_on_null location',
  JsonAggConstructor: 'output:JsonOutput agg_filter agg_order over:WindowDef location',
  JsonObjectAgg: 'constructor:JsonAggConstructor arg:JsonKeyValue absent_on_null unique',
  JsonArrayAgg: 'constructor:JsonAggConstructor arg:JsonValueExpr absent_on_null',
  JsonParseExpr: 'expr:JsonValueExpr output:JsonOutput unique_keys location',
  JsonScalarExpr: 'expr output:JsonOutput location',
  JsonSerializeExpr: 'expr:JsonValueExpr output:JsonOutput location',
};

/** The allowed fields of each node type, with the type of children that do not name it. */
export const queryTree: ReadonlyMap<string, ReadonlyMap<string, string | undefined>> = new Map(
  Object.entries(nodes).map(([type, fields]) => [
    type,
    new Map(
      fields
        .split(/\s+/)
        .filter(Boolean)
        .map((field) => {
          const [name = '', part] = field.split(':');
          return [name, part];
        }),
    ),
  ]),
);

interface Located {
  readonly location?: number;
}

/** A node of the tree, with the fields of its type. */
export type QueryNode = Located & Readonly<Record<string, unknown>>;

/** Calls `visit` with `body` and every node below it, and `unknown` with each node or field that a query may not have. */
export function walkQuery(
  type: string,
  body: QueryNode,
  visit: (type: string, body: QueryNode) => void,
  unknown: (type: string, field: string | undefined, body: QueryNode) => never,
): void {
  const pending: [type: string, body: QueryNode][] = [[type, body]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [type, body] = next;
    const fields = queryTree.get(type);
    if (!fields) unknown(type, undefined, body);
    visit(type, body);
    for (const [field, value] of Object.entries(body)) {
      if (!fields.has(field)) unknown(type, field, body);
      if (typeof value !== 'object' || value === null) continue;
      const part = fields.get(field);
      if (part !== undefined) pending.push([part, value as QueryNode]);
      else
        for (const node of Array.isArray(value) ? value : [value])
          pending.push(...(Object.entries(node) as typeof pending));
    }
  }
}
