import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { namedByPinyin } from '../../prisma/party-names.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { isPartyKey, unitKey } from '../../rules/parties/party.ts';
import { text } from '../../rules/text.ts';
import type { Access } from '../abilities.ts';
import { nameLike } from '../http/search.ts';
import { route } from '../http/route.ts';
import { line } from '../http/schemas.ts';
import { namedParties, publicRegisters } from '../regimes.ts';
import { casesWithin } from '../views/case-scope.ts';
import { bodies } from '../../workflows/regimes.ts';

/** So many are offered; whoever does not find theirs types more of the name. */
const MOST = 50;

interface NamedParty {
  readonly party: string;
  readonly name: string;
}

/**
 * Parties by name, for fields that name one: those of the cases that the reader may see, those on registers that everybody may read, and the
 * bodies themselves.
 */
export const listParties = route({
  method: 'get',
  path: '/api/parties',
  ability: 'case.read',
  tag: 'cases',
  summary: text('当事人', 'Parties by name'),
  requirement: 'XC-05.1, XC-05.5',
  query: z.strictObject({
    q: line(100)
      .optional()
      .meta({ description: 'Part of the name, its pinyin, or the credit code; the latest ones if left out' }),
  }),
  answers: {
    200: {
      description: `At most ${MOST}, by name`,
      schema: z.object({ items: z.array(z.object({ party: z.string(), name: z.string() })) }),
    },
  },
  async handle({ context: { database }, access, query: { q } }) {
    const found = [...bodiesCalled(q), ...(await onRegisters(database, q)), ...(await inCases(database, access, q))];
    // A register may have entries that are about no party, such as calls.
    const byKey = new Map(found.filter(({ party }) => isPartyKey(party)).map((one) => [one.party, one]));
    const items = [...byKey.values()].sort(
      (a, b) => a.name.localeCompare(b.name, 'zh') || (a.party < b.party ? -1 : 1),
    );
    return { status: 200, body: { items: items.slice(0, MOST) } };
  },
});

/** Bodies of every regime, which are public; left out where nothing is looked for. */
function bodiesCalled(q: string | undefined): NamedParty[] {
  if (q === undefined) return [];
  return Object.values(bodies)
    .filter(({ id, name: { zh, en } }) => unitKey(id) === q || [zh, en].some((name) => name.includes(q)))
    .map(({ id, name }) => ({ party: unitKey(id), name: name.zh }));
}

async function onRegisters(database: Database, q: string | undefined): Promise<NamedParty[]> {
  const registers: Prisma.RegisterEntryWhereInput[] = [
    { register: { in: Object.keys(publicRegisters) } },
    ...Object.entries(namedParties).map(([register, statuses]) => ({ register, status: { in: [...statuses] } })),
  ];
  return database.registerEntry.findMany({
    where: {
      AND: [{ OR: registers }, q === undefined ? {} : { OR: [...nameLike(q).map((name) => ({ name })), { party: q }] }],
    },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    select: { party: true, name: true },
    take: MOST,
  });
}

/** By what cases are called that are about them: a party of whom no case that the reader may see is about is not told. */
async function inCases(database: Database, access: Access, q: string | undefined): Promise<NamedParty[]> {
  const byPinyin = q === undefined ? [] : await namedByPinyin(database, q);
  const named: Prisma.CaseWhereInput =
    q === undefined
      ? {}
      : {
          OR: [
            ...nameLike(q).map((title) => ({ title })),
            { subject: q },
            { subject: { in: byPinyin.map(({ party }) => party) } },
          ],
        };
  const rows = await database.case.findMany({
    where: { AND: [casesWithin(access), named] },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { subject: true, title: true },
    distinct: ['subject'],
    take: MOST,
  });
  return rows.map(({ subject, title }) => ({ party: subject, name: title }));
}
