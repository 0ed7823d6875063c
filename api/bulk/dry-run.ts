/** What a bulk decision would do, case by case: by the same pure step that the case itself takes, and nothing is written. */
import pMap from 'p-map';
import { takeReading } from '../../activities/readings.ts';
import { recipientsOf } from '../../activities/recipients.ts';
import { isSuppressed } from '../../rules/notices.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { Instant } from '../../rules/time/index.ts';
import { inBoth } from '../../rules/text.ts';
import { stageTitle } from '../../workflows/engine/contract.ts';
import { act, checkAction, refuseStale, type Envelope } from '../../workflows/engine/engine.ts';
import { takeOut } from '../../workflows/engine/personal.ts';
import { passesAt, type RecordedState } from '../../workflows/engine/state.ts';
import type { Transition } from '../../workflows/engine/transition.ts';
import { processes } from '../../workflows/regimes.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { InvalidInput } from '../http/problem.ts';
import type { Reader } from '../reader.ts';
import type { FoundAction } from '../views/act-on-case.ts';
import { caseStateOf } from '../views/case-state.ts';
import type { Asked, PreviewItem, Selected } from './bulk-schema.ts';
import { bulkRefusal } from './bulk-view.ts';
import { namedCases } from './named-cases.ts';
import { itemAction } from './item-input.ts';

/** Cases looked at side by side. */
const AT_ONCE = 8;

/** What would become of each of the cases, in the order chosen. */
export async function dryRun(
  context: ApiContext,
  { action, input, items }: Asked,
  reader: Reader,
  access: Access,
  now: Instant,
): Promise<PreviewItem[]> {
  const ids = items.map(({ caseId }) => caseId);
  const named = await namedCases(context.database, access, ids);
  return pMap(
    items,
    async (item) => ({
      case: named.get(item.caseId) ?? null,
      ...(await lookAt(context, { action, input }, item, reader, access, now)),
    }),
    { concurrency: AT_ONCE },
  );
}

const NOTHING = { stage: null, stageTitle: null, moves: false, closes: false, notices: [], deadlines: [], opens: [] };

async function lookAt(
  context: ApiContext,
  { action, input }: Pick<Asked, 'action' | 'input'>,
  { caseId, revision, entry }: Selected,
  { person }: Reader,
  access: Access,
  now: Instant,
): Promise<Omit<PreviewItem, 'case'>> {
  try {
    const found = await itemAction(context, { caseId, entry: entry ?? null, action, input }, person, access);
    const taken = takeOut(found.input, found.action.personal ?? [], 'preview');
    const envelope = { actor: person, key: 'preview', input: taken.input, seenRevision: revision };
    const transition = await stepOf(context, found, action, envelope, now);
    return { caseId, result: 'WOULD_BE_DONE', refusal: null, ...(await consequences(context, found, transition, now)) };
  } catch (failure) {
    if (!(failure instanceof Refusal) && !(failure instanceof InvalidInput)) throw failure;
    const refusal = bulkRefusal(failure);
    return { caseId, result: refusal.code === 'STALE' ? 'STALE' : 'REFUSED', refusal, ...NOTHING };
  }
}

async function stepOf(
  { database }: ApiContext,
  { row, contract }: FoundAction,
  name: string,
  envelope: Envelope,
  now: Instant,
): Promise<Transition> {
  const process = processes[contract.kind];
  if (process === undefined || row.state === null) {
    throw new Refusal('CASE_NOT_READY', { message: { zh: '案件正在立案。', en: 'The case is being opened.' } });
  }
  const state = await caseStateOf(database, row, row.state as unknown as RecordedState);
  refuseStale(state, envelope);
  const { reading } = checkAction(process, state, name, envelope.actor).action;
  const before = process.readsBefore?.(state) ?? null;
  const { id: caseId, about } = row;
  const read =
    reading === undefined
      ? undefined
      : await takeReading(database, { reading, regime: contract.regime, caseId, about, before, at: now });
  return act(process, state, name, envelope, read, now);
}

async function consequences(
  { database, contracts }: ApiContext,
  { row, contract }: FoundAction,
  { state, notices, deadlines, openings }: Transition,
  now: Instant,
) {
  const about = { id: row.id, kind: row.kind, regime: row.regime, bodyId: state.bodyId, region: state.region };
  const audiences = await recipientsOf(
    database,
    notices.map(({ to }) => ({ about, to })),
  );
  return {
    stage: state.stage,
    stageTitle: stageTitle(contract, state.stage) ?? inBoth(state.stage),
    moves: state.stage !== row.stage,
    closes: state.closedAt !== null,
    notices: notices.map(({ template }, index) => {
      const spec = contract.notices[template];
      const recipients = (audiences[index] ?? []).filter((one) => spec === undefined || !isSuppressed(spec, one));
      return { template, title: spec?.title ?? inBoth(template), recipients: recipients.length };
    }),
    deadlines: deadlines.map(({ deadline, status }) => {
      const { name, lastDay } = deadline;
      const title = contract.deadlines[name]?.title ?? inBoth(name);
      const passes = passesAt(deadline);
      return { name, title, status, lastDay, isOver: status === 'OPEN' && passes !== null && passes <= now };
    }),
    opens: openings.map(({ kind }) => ({ kind, title: contracts[kind]?.title ?? inBoth(kind) })),
  };
}
