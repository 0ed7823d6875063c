/** The hash chains of the records: where each stands, and whether its lines still fit one another. */
import { verifyChain, type ChainedLine, type ChainHead } from '../activities/timeline.ts';
import { checkAudit } from '../prisma/audit.ts';
import { GENESIS } from '../prisma/chain.ts';
import type { AuditEntry } from '../prisma/generated/client.ts';
import type { Read } from './read.ts';

/** Where a chain stands. */
export interface Head {
  readonly length: number;
  readonly head: string;
}

/** Heads by the kind of chain (`timeline`, `audit`) and the id of what it belongs to (the case; `log`). */
export type ChainHeads = Readonly<Record<string, Readonly<Record<string, Head>>>>;

/** Entries of the audit log that are read in one go. */
const ENTRIES = 1_000;

/** A kind of chain. */
interface Kind {
  /** One row a chain: id, length, head. */
  readonly heads: string;
  /** The ids of the chains whose lines do not fit, each with why. */
  readonly broken: (read: Read, heads: Readonly<Record<string, Head>>) => Promise<string[]>;
}

/** Every kind of chain there is. A new one is added here, and backup, restore and drill hold it. */
const KINDS: Readonly<Record<string, Kind>> = {
  timeline: {
    heads: `SELECT "id", "timelineLength" AS "length", "timelineHead" AS "head" FROM "Case" ORDER BY "id"`,
    broken: async (read, heads) => {
      const found: string[] = [];
      for (const [id, { length, head }] of Object.entries(heads)) {
        const lines = await read<ChainedLine>(`SELECT * FROM "TimelineEvent" WHERE "caseId" = $1 ORDER BY "seq"`, [id]);
        const kept: ChainHead = { timelineLength: length, timelineHead: head };
        const verdict = verifyChain(lines, kept);
        if (!verdict.intact) found.push(`${id} #${verdict.brokenAt}: ${verdict.reason.zh} / ${verdict.reason.en}`);
      }
      return found;
    },
  },
  audit: {
    heads: `SELECT 'log' AS "id", "length", "head" FROM "AuditHead"`,
    broken: async (read, heads) => {
      const check = checkAudit();
      for (let after = 0; ; after += ENTRIES) {
        const entries = await read<AuditEntry>(
          `SELECT * FROM "AuditEntry" WHERE "seq" > $1 AND "seq" <= $2 ORDER BY "seq"`,
          [after, after + ENTRIES],
        );
        check.take(entries);
        if (entries.length < ENTRIES) break;
      }
      const verdict = check.verdict(heads['log'] ?? { length: 0, head: GENESIS });
      return verdict.intact ? [] : [`log #${verdict.brokenAt}: ${verdict.reason.zh} / ${verdict.reason.en}`];
    },
  },
};

/** Where every chain stands. */
export async function chainHeads(read: Read): Promise<ChainHeads> {
  const found: Record<string, Record<string, Head>> = {};
  for (const [kind, { heads }] of Object.entries(KINDS)) {
    const rows = await read<Head & { id: string }>(heads);
    found[kind] = Object.fromEntries(rows.map(({ id, length, head }) => [id, { length, head }]));
  }
  return found;
}

/** Looks at every line of every chain. Answers those that are broken, with kind, id and line; none: all are intact. */
export async function brokenChains(read: Read, heads: ChainHeads): Promise<string[]> {
  const found: string[] = [];
  for (const [kind, { broken }] of Object.entries(KINDS)) {
    found.push(...(await broken(read, heads[kind] ?? {})).map((which) => `${kind} ${which}`));
  }
  return found;
}
