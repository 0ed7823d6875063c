/** How the windows stood at their latest check of the least numbers, and who was counted (HN-NET-03.6, 03.7). */
import { z } from 'zod';
import { providersOf } from '../../../prisma/hn-net/window-figures.ts';
import { windowEntries } from '../../../prisma/hn-net/windows.ts';
import { servingIn, type MinimumCheck } from '../../../rules/hn-net/minimums.ts';
import { guidedBy } from '../../../rules/hn-net/network.ts';
import { answeredFor, networkOf, type WindowEntry } from '../../../rules/hn-net/window.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import type { WindowMinimumsFacts } from '../../../workflows/hn-net/window-minimums/facts.ts';
import { windowReference, windowOf } from '../../../workflows/hn-net/words.ts';
import type { Access } from '../../abilities.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema } from '../../http/schemas.ts';
import { casesWithin, requireWithin, SCOPED, standingIn } from '../../views/case-scope.ts';

const KIND = 'windowMinimums';

const checkSchema = z
  .object({
    from: daySchema,
    to: daySchema,
    connected: z.int().meta({ description: 'Providers that were registered through the window' }),
    serving: z.int().meta({ description: 'Of these, those that have served from `from` to `to`' }),
    registered: z.int().meta({ description: 'Members that are enterprises or other organisations' }),
    providers: z.int().meta({ description: 'How many serving providers there have to be at least' }),
    members: z.int().meta({ description: 'How many members there have to be at least' }),
    met: z.boolean(),
  })
  .meta({ id: 'WindowCheck' });

/** What a check is about: `window:<id of the platform>`, of the windows that the bodies of the reader guide and assess (HN-NET-02.2). */
function guidedThings(windows: readonly WindowEntry[], access: Access): string[] {
  const network = networkOf(windows);
  const bodies = access.flatMap(({ reach, office }) => (reach === 'scope' ? [office.bodyId ?? ''] : []));
  return [...new Set(bodies.flatMap((id) => guidedBy(id, network).map((body) => windowReference(body.id))))];
}

/** The windows whose checks the reader may see, and those that the body of the reader guides and assesses, each with its latest one. */
export const listWindowChecks = route({
  method: 'get',
  path: '/api/hn-net/window-checks',
  ability: 'case.read',
  tag: 'figures',
  summary: text('窗口服务商与会员数量', 'Figures of the windows'),
  requirement: 'HN-NET-03.1, 03.2, 03.5, 03.7',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the windows that are checked, by the id of the case',
      schema: pageOf(
        z.object({
          window: z.string(),
          caseId: z.string(),
          number: z.string(),
          title: z.string(),
          mayOpen: z.boolean().meta({ description: 'Whether the reader may see the case itself' }),
          latest: checkSchema.nullable().meta({ description: 'Null before the first check' }),
        }),
      ),
    },
  },
  async handle({ context: { database }, access, query: { cursor, limit } }) {
    const after = positionOf(cursor, sortKey.id);
    const isSeen = {
      OR: [casesWithin(access), { about: { in: guidedThings(await windowEntries(database), access) } }],
    };
    const rows = await database.case.findMany({
      where: {
        AND: [isSeen, { kind: KIND, closedAt: null }, after === null ? {} : { id: { gt: after } }],
      },
      orderBy: { id: 'asc' },
      select: { id: true, number: true, title: true, about: true, state: true, ...SCOPED },
      take: limit + 1,
    });
    const page = pageFrom(
      rows,
      limit,
      ({ id }) => id,
      (row) => ({
        ...{ caseId: row.id, number: row.number, title: row.title },
        window: windowOf(row.about) ?? '',
        mayOpen: standingIn(access, row) !== null,
        latest: latestOf(row.state),
      }),
    );
    return { status: 200, body: page };
  },
});

/** The providers behind the count of a check: all that are connected, each with whether it counts as serving. */
export const listCounted = route({
  method: 'get',
  path: '/api/hn-net/window-checks/{id}',
  ability: 'case.read',
  tag: 'figures',
  summary: text('计入的服务商', 'Who was counted'),
  requirement: 'HN-NET-03.6',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the case that checks the window' }) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE', 'CONDITION_NOT_MET'],
  answers: {
    200: {
      description: 'By key, as the registers stand now; service after the last day of the check does not count',
      schema: z.object({
        latest: checkSchema,
        items: z.array(
          z.object({
            party: z.string(),
            name: z.string(),
            lastServedOn: daySchema.nullable(),
            counts: z.boolean(),
          }),
        ),
      }),
    },
  },
  async handle({ context: { database }, access, params: { id } }) {
    const found = await database.case.findUnique({
      where: { id, kind: KIND },
      select: { about: true, state: true, ...SCOPED },
    });
    const windows = await windowEntries(database);
    const isGuided = found !== null && guidedThings(windows, access).includes(found.about ?? '');
    const row = isGuided ? found : requireWithin(access, found).row;
    const latest = latestOf(row.state);
    const window = windowOf(row.about);
    if (latest === null || window === null) {
      refuse('CONDITION_NOT_MET', '该窗口尚未检查过。', 'The window has not been checked yet.');
    }
    const platforms = answeredFor(window, windows);
    const providers = await providersOf(database, platforms, latest.to);
    const serving = new Set(servingIn(providers, latest.from));
    const items = providers.map((one) => ({ ...one, counts: serving.has(one.party) }));
    return { status: 200, body: { latest, items } };
  },
});

function latestOf(state: unknown): MinimumCheck | null {
  const { facts } = (state ?? {}) as { readonly facts?: Pick<WindowMinimumsFacts, 'latest'> };
  return facts?.latest ?? null;
}
