/**
 * Checks every chain of the records from its first line to its end: the timelines of all cases and the audit log. As a command, which
 * holds the sums of points and of facts against what they are kept from, and stored files against their hashes too:
 * `DATABASE_URL=... node prisma/verify-chains.ts`; it exits with 1 if a chain is broken, a sum is wrong or a file was changed, with 2 if
 * it could not look.
 */
import { pathToFileURL } from 'node:url';
import { verifyChain, wholeTimeline } from '../activities/timeline.ts';
import type { Text } from '../rules/text.ts';
import { verifyAudit } from './audit.ts';
import { createDatabase, type Database } from './client.ts';
import { verifyFactSums } from './sh-store/verify-fact-sums.ts';
import { verifySums } from './sh-store/verify-sums.ts';
import { startFailure } from './start-failure.ts';
import { verifyFiles } from './verify-files.ts';

/** A chain that is not as it was written; `chain` is `audit` or the id of a case. */
export interface BrokenChain {
  readonly chain: string;
  readonly brokenAt: number;
  readonly reason: Text;
}

const PAGE = 200;

/** @returns how many chains were looked at, and those that are broken */
export async function verifyChains(database: Database): Promise<{ checked: number; broken: BrokenChain[] }> {
  const audit = await verifyAudit(database);
  const broken: BrokenChain[] = audit.intact ? [] : [{ chain: 'audit', ...whereOf(audit) }];
  let checked = 1;
  for (let after = ''; ;) {
    const page = await database.case.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    });
    for (const { id } of page) {
      checked += 1;
      const { lines, head } = await wholeTimeline(database, id);
      const verdict = verifyChain(lines, head);
      if (!verdict.intact) broken.push({ chain: id, ...whereOf(verdict) });
    }
    const last = page.at(-1);
    if (last === undefined) return { checked, broken };
    after = last.id;
  }
}

function whereOf({ brokenAt, reason }: Omit<BrokenChain, 'chain'>): Omit<BrokenChain, 'chain'> {
  return { brokenAt, reason };
}

async function main(): Promise<number> {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL is missing: set it to the database whose chains are to be checked.');
  const database = createDatabase(DATABASE_URL, 1);
  try {
    const { checked, broken } = await verifyChains(database);
    for (const { chain, brokenAt, reason } of broken)
      process.stdout.write(`${chain}: line ${brokenAt}: ${reason.zh} ${reason.en}\n`);
    process.stdout.write(`${checked} chains checked, ${broken.length} broken.\n`);
    const sums = await verifySums(database);
    for (const { storeId, onDay, rule, kept, added } of sums.wrong)
      process.stdout.write(
        `${storeId} ${onDay} ${rule}: sum ${kept ?? 'missing'}, lines of the ledger ${added ?? 'none'}\n`,
      );
    process.stdout.write(`${sums.checked} sums of points checked, ${sums.wrong.length} wrong.\n`);
    const facts = await verifyFactSums(database);
    for (const { about, of, kept, counted } of facts.wrong)
      process.stdout.write(`${about} ${of}: sum ${kept ?? 'missing'}, facts ${counted ?? 'none'}\n`);
    process.stdout.write(`${facts.checked} sums of facts checked, ${facts.wrong.length} wrong.\n`);
    const files = await verifyFiles(database);
    for (const { id, name } of files.changed)
      process.stdout.write(
        `${id} ${name}: 内容与存入时的校验和不符。 The content does not have the hash it was stored with.\n`,
      );
    process.stdout.write(`${files.checked} files checked, ${files.changed.length} changed.\n`);
    return broken.length + sums.wrong.length + facts.wrong.length + files.changed.length === 0 ? 0 : 1;
  } finally {
    await database.$disconnect();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main().catch((failure: unknown) => {
    process.stderr.write(`${startFailure(failure)}\n`);
    return 2;
  });
}
