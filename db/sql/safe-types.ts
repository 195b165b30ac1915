import { splitWords } from './safe-functions.ts';

/**
 * The types of `pg_catalog` that a statement may name. A cast runs the type's input function, and a type's name can be called like a
 * function: these only read a value. Types that look up names are left out (`regclass`, `regrole`, `aclitem`, ...): `10::regrole` reveals
 * the name of a role. `trigger`, `record` and `unknown` have no values of their own; `crawl` has a column named `trigger`.
 */
export const safeTypes: ReadonlySet<string> = new Set(
  splitWords(`bit bool box bpchar bytea char cidr circle date datemultirange daterange float4 float8 inet int2 int4 int4multirange int4range
    int8 int8multirange int8range interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric nummultirange numrange oid path
    point polygon record regconfig text time timestamp timestamptz timetz trigger tsmultirange tsquery tsrange tstzmultirange
    tstzrange tsvector unknown uuid varbit varchar`),
);

/** The operators that a statement may use; those of `pg_catalog` with these names only compute. */
export const safeOperators: ReadonlySet<string> = new Set(
  splitWords(`!! !~ !~* !~~ !~~* # ## #- #> #>> % & && &< &<| &> * *< *<= *<> *= *> *>= + - -> ->> -|- / < <-> << <<= <<| <= <> <@ <^ = > >=
    >> >>= >^ ? ?# ?& ?- ?-| ?| ?|| @ @-@ @> @? @@ @@@ ^ ^@ | |&> |/ |>> || ||/ ~ ~* ~<=~ ~<~ ~= ~>=~ ~>~ ~~ ~~*`),
);

/** The views of `information_schema` that may be read: those that describe what can be queried, without those about roles and privileges. */
export const safeInformation: ReadonlySet<string> = new Set(
  splitWords('columns element_types key_column_usage parameters routines table_constraints tables views'),
);
