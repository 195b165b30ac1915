/** A field as it is written in a list of fields: a comma in the key of a map is escaped. */
export const listed = (field: string): string => field.replaceAll(/[\\,]/g, String.raw`\$&`);
