/**
 * Makes the first administrator: `node prisma/create-admin.ts <e-mail> <name>`. The password is read from ADMIN_PASSWORD, or from
 * the standard input, so that it stands in no history of commands. Needs DATABASE_URL.
 */
import { createInterface } from 'node:readline/promises';
import { withSecretFiles } from '../config/secret-files.ts';
import { withoutEmpty } from '../config/settings.ts';
import { chainHash } from '../config/variables.ts';
import { isEmail } from '../rules/parties/contact.ts';
import { instantOf } from '../rules/time/index.ts';
import { appendAudit, commandOrigin } from './audit.ts';
import { createAccount } from './create-account.ts';
import { createDatabase } from './client.ts';
import { passwordFault } from './password-rules.ts';

async function main([email, name]: readonly string[]): Promise<void> {
  const { environment, faults } = withSecretFiles(withoutEmpty(process.env));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const { DATABASE_URL: url, ADMIN_PASSWORD } = environment;
  if (url === undefined) throw new Error('DATABASE_URL is missing: set it to the database the account belongs to.');
  if (email === undefined || name === undefined || !isEmail(email)) {
    throw new Error('Say whose account it is: node prisma/create-admin.ts <e-mail> <name>');
  }
  const password = ADMIN_PASSWORD ?? (await readPassword());
  const fault = passwordFault(password, { name, email });
  if (fault !== null) throw new Error(`${fault.zh}\nThe password ${fault.en}.`);
  const database = createDatabase(url, 1);
  try {
    const account = { name, email, password, offices: [{ role: 'admin' }] } as const;
    const origin = commandOrigin(
      'create-admin',
      instantOf(Date.now()),
      chainHash.parse(process.env['CHAIN_HASH'] || undefined),
    );
    const { created } = await createAccount(database, account, (tx, change) => appendAudit(tx, origin, [change]));
    if (!created) throw new Error(`There is an account with ${email} already; it was left as it is.`);
    process.stdout.write(`The administrator ${email} can sign in now.\n`);
  } finally {
    await database.$disconnect();
  }
}

async function readPassword(): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stdout : undefined });
  try {
    return (await input.question('Password: ')).trim();
  } finally {
    input.close();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
