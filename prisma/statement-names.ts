/** Names of statements that are asked again and again: PostgreSQL then reads and plans them once a connection and not at every call. */

/** A statement is named from this use on. */
const USES_BEFORE_NAME = 5;
/** Named at most: each connection keeps every one of them, in PostgreSQL too. */
export const MOST_NAMED = 200;
/** Texts counted at most; then counting begins anew, so that what is rare never gets a name. */
const MOST_COUNTED = 1_000;

/**
 * Answers the name of a statement, `''` for none. A name belongs to one text, on all connections of a pool. What has no parameters has no name: it goes by
 * the simple protocol, which is the shorter way (`BEGIN`).
 */
export function statementNames(): (query: { readonly sql: string; readonly args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (args.length === 0 || names.size >= MOST_NAMED) return '';
    const count = (uses.get(sql) ?? 0) + 1;
    if (count < USES_BEFORE_NAME) {
      if (uses.size >= MOST_COUNTED) uses.clear();
      uses.set(sql, count);
      return '';
    }
    uses.delete(sql);
    const name = `anjuan-${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
