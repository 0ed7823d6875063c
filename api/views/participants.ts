/** Everybody who has to do with a case, by name: its parties, the bodies that handle it, and the people who acted in it or hold its tasks. */
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { Actor } from '../../rules/roles.ts';
import { inBoth, inLocale, type Locale, type Text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { bodyTitle } from '../bodies.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { namesOfParties } from './party-names.ts';
import { namesOf } from './people.ts';
import type { FoundCase } from './read-case.ts';
import { capacityTitle } from './role-titles.ts';

export const participantsSchema = z
  .object({
    parties: z.array(
      z.object({
        party: z.string(),
        as: textSchema.meta({ description: 'What it is in the case' }),
        name: z.string().nullable(),
        follows: z.boolean().meta({ description: 'It reads the case and takes no part in it' }),
      }),
    ),
    bodies: z.array(
      z.object({
        bodyId: z.string(),
        title: textSchema,
        region: z.string(),
        handles: z.boolean().meta({ description: 'Handles it now; otherwise it has handled it' }),
      }),
    ),
    people: z
      .array(
        z.object({
          id: z.string(),
          name: z.string().nullable(),
          capacities: z.array(textSchema).meta({ description: 'In which they acted' }),
          acts: z.int().meta({ description: 'Lines of the timeline that are of them' }),
          lastActAt: instantSchema.nullable(),
          holds: z.array(textSchema).meta({ description: 'Open tasks that they hold or prepare' }),
        }),
      )
      .meta({ description: 'Who acted last comes first' }),
  })
  .meta({ id: 'Participants' });

export type Participants = z.infer<typeof participantsSchema>;

interface Acted {
  readonly id: string;
  readonly roles: readonly string[];
  readonly acts: number;
  readonly lastAt: Date;
}

/** The participants of a case whose body the reader is of. */
export async function participantsOf(
  { database, contracts }: ApiContext,
  { row }: FoundCase,
  locale: Locale,
): Promise<Participants> {
  const contract = contracts[row.kind];
  const open = row.tasks.filter(({ closedAt }) => closedAt === null);
  const holders = open.flatMap(({ assigneeId, delegateId }) => [assigneeId, delegateId]).filter((id) => id !== null);
  const acted = await actedIn(database, row.id);
  const ids = [...new Set([...acted.map(({ id }) => id), ...holders])];
  const [accounts, contacts, parties] = await Promise.all([
    namesOf(database, ids),
    database.contact.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    namesOfParties(
      database,
      row.parties.map(({ party }) => party),
    ),
  ]);
  const names = new Map([...accounts, ...contacts.map(({ id, name }) => [id, name] as const)]);
  return {
    parties: row.parties.map(({ name, party, follows }) => ({
      ...{ party, name: inWords(parties.get(party)), follows },
      as: contract?.parties[name]?.title ?? inBoth(name),
    })),
    bodies: row.bodies.map(({ bodyId, region }) => ({
      ...{ bodyId, title: bodyTitle(bodyId), region },
      handles: bodyId === row.bodyId && region === row.region,
    })),
    people: ids.map((id) => {
      const own = acted.find((one) => one.id === id);
      return {
        ...{ id, name: names.get(id) ?? null, acts: own?.acts ?? 0 },
        capacities: (own?.roles ?? []).map((role) => capacityTitle(contract, role)),
        lastActAt: own === undefined ? null : instantOf(own.lastAt.getTime()),
        holds: open.filter((task) => task.assigneeId === id || task.delegateId === id).map(titleOfTask),
      };
    }),
  };

  function inWords(name: Text | undefined): string | null {
    return name === undefined ? null : inLocale(name, locale);
  }

  function titleOfTask({ name }: { readonly name: string }): Text {
    return contract?.tasks[name]?.title ?? inBoth(name);
  }
}

/** The people whose lines the timeline has, who acted last first. */
async function actedIn(database: Database, caseId: string): Promise<readonly Acted[]> {
  const lines = await database.timelineEvent.findMany({
    where: { caseId, actor: { path: ['kind'], equals: 'person' } },
    orderBy: { seq: 'desc' },
    select: { at: true, actor: true },
  });
  const byPerson = Map.groupBy(lines, ({ actor }) => (actor as unknown as Actor).id);
  return [...byPerson].map(([id, own]) => ({
    ...{ id, acts: own.length, lastAt: own[0]?.at ?? new Date(0) },
    roles: [...new Set(own.map(({ actor }) => (actor as unknown as Actor).role))],
  }));
}
