import type { Transaction } from '../../prisma/client.ts';

/**
 * Reads a stored version once: it never changes after. Kept by connection, for tests with several databases.
 * @param read reads the version that a key names
 */
export function remembered<Key extends readonly (string | number)[], Value>(
  read: (database: Transaction, ...key: Key) => Promise<Value>,
): (database: Transaction, ...key: Key) => Promise<Value> {
  const known = new WeakMap<Transaction, Map<string, Value>>();
  return async (database, ...key) => {
    const versions = known.get(database) ?? new Map<string, Value>();
    known.set(database, versions);
    const name = key.join(':');
    const found = versions.get(name);
    if (found !== undefined) return found;
    const value = await read(database, ...key);
    versions.set(name, value);
    return value;
  };
}
