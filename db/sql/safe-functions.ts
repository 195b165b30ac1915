/**
 * The functions of `pg_catalog` that a statement may call, by chapter of PostgreSQL's documentation
 * (https://www.postgresql.org/docs/current/functions.html). All of them only compute from their arguments. All others are refused: those that
 * inspect the server or its sessions, take locks, have side effects, run text as SQL, or look up names given as text.
 * A name stands for all its overloads. test/db/sql/every-function.test.ts compares the list with `pg_proc`.
 */
const byChapter = {
  comparison: 'num_nonnulls num_nulls',
  mathematical: `abs acos acosd acosh asin asind asinh atan atan2 atan2d atand atanh cbrt ceil ceiling cos cosd cosh cot cotd degrees
    div erf erfc exp factorial floor gamma gcd lcm lgamma ln log log10 min_scale mod pi pow power radians round scale sign sin sind
    sinh sqrt tan tand tanh trim_scale trunc width_bucket`,
  strings: `ascii bit_length btrim casefold char_length character_length chr concat concat_ws format initcap is_normalized left length
    like_escape lower lpad ltrim md5 normalize octet_length overlay parse_ident position quote_ident quote_literal quote_nullable regexp_count
    regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr
    repeat replace reverse right rpad rtrim similar_escape similar_to_escape split_part starts_with string_to_array string_to_table strpos
    substr substring to_ascii to_bin to_hex to_oct translate unicode_assigned unistr upper`,
  'byte and bit strings': `bit_count convert convert_from convert_to crc32 crc32c decode encode get_bit get_byte set_bit set_byte sha224
    sha256 sha384 sha512`,
  formatting: 'to_char to_date to_number to_timestamp',
  'dates and times': `age date_add date_bin date_part date_subtract date_trunc extract isfinite justify_days justify_hours
    justify_interval make_date make_interval make_time make_timestamp make_timestamptz now overlaps statement_timestamp timezone
    transaction_timestamp`,
  enumerations: 'enum_first enum_last enum_range',
  geometry: `area bound_box center diagonal diameter height isclosed ishorizontal isopen isparallel isperp isvertical npoints pclose popen
    radius slope width`,
  networks: `abbrev broadcast family host hostmask inet_merge inet_same_family macaddr8_set7bit masklen netmask network set_masklen`,
  'text search': `array_to_tsvector get_current_ts_config json_to_tsvector jsonb_to_tsvector numnode phraseto_tsquery plainto_tsquery
    querytree setweight strip to_tsquery to_tsvector ts_delete ts_filter ts_headline ts_rank ts_rank_cd tsquery_phrase
    tsvector_to_array websearch_to_tsquery`,
  uuid: 'uuid_extract_timestamp uuid_extract_version',
  json: `array_to_json json_array_elements json_array_elements_text json_array_length json_build_array json_build_object json_each
    json_each_text json_extract_path json_extract_path_text json_object json_object_keys json_populate_record json_populate_recordset
    json_strip_nulls json_to_record json_to_recordset json_typeof jsonb_array_elements jsonb_array_elements_text jsonb_array_length
    jsonb_build_array jsonb_build_object jsonb_contains jsonb_each jsonb_each_text jsonb_exists jsonb_exists_all jsonb_exists_any
    jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_keys jsonb_path_exists jsonb_path_exists_tz
    jsonb_path_match jsonb_path_match_tz jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first
    jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset
    jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset jsonb_typeof row_to_json to_json to_jsonb`,
  arrays: `array_append array_cat array_dims array_fill array_length array_lower array_ndims array_position array_positions
    array_prepend array_remove array_replace array_reverse array_sort array_to_string array_upper cardinality trim_array unnest`,
  ranges: 'isempty lower_inc lower_inf multirange range_merge upper_inc upper_inf',
  aggregates: `any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp every json_agg
    json_agg_strict json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict jsonb_agg
    jsonb_agg_strict jsonb_object_agg jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict max min mode
    percentile_cont percentile_disc range_agg range_intersect_agg regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope
    regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp string_agg sum var_pop var_samp variance`,
  windows: 'cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number',
  series: 'generate_series generate_subscripts',
  'about values': 'pg_collation_for pg_column_size pg_size_bytes pg_size_pretty pg_typeof',
  'about the session':
    'current_catalog current_database current_schema current_schemas current_user session_user version',
};

/** Functions that PostgreSQL declares volatile but that are safe, with the reason. */
export const safeVolatile: Readonly<Record<string, string>> = {
  array_sample: 'random choice of an array’s elements',
  array_shuffle: 'random order of an array’s elements',
  clock_timestamp: 'the time',
  gen_random_uuid: 'random number',
  random: 'random number',
  random_normal: 'random number',
  timeofday: 'the time',
  uuidv4: 'random number',
  uuidv7: 'random number and the time',
};

export const splitWords = (text: string): string[] => text.trim().split(/\s+/);

export const safeFunctions: ReadonlySet<string> = new Set([
  ...Object.values(byChapter).flatMap(splitWords),
  ...Object.keys(safeVolatile),
]);
