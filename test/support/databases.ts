import pg from 'pg';

/** A database of a test's own: a copy of the filled template. Answers its URL, as the owner of the tables. */
export async function copyTemplate(adminUrl: string, template: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Only one copy of a template can be made at a time: the others wait for this lock.
    await admin.query('SELECT pg_advisory_lock(4680)');
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** The URL of a database for one of the product's own roles. */
export function urlAs(
  role: 'api' | 'worker',
  databaseUrl: string,
  passwords: Readonly<Record<'api' | 'worker', string>>,
): string {
  const url = new URL(databaseUrl);
  url.username = `anjuan_${role}`;
  url.password = passwords[role];
  return url.toString();
}
