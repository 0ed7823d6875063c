/**
 * Carries out transitions: timeline, case row, deadlines, tasks, notices, messages and records change together or not at all.
 * Once for each case and revision. The workflow of a case does so one by one, the sweep a page of cases at a time.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { ChainHash } from '../config/chain-hash.ts';
import { recordedCase } from '../prisma/case-input.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { lockAccount, returnHeldTasks } from '../prisma/held-tasks.ts';
import { partyRows } from '../prisma/open-case.ts';
import { refuseOpenings } from '../prisma/opening-checks.ts';
import { takePersonalInput } from '../prisma/personal-input.ts';
import { putBack } from '../workflows/engine/personal.ts';
import type { CaseState } from '../workflows/engine/state.ts';
import type { RecordedTransition, TaskChange } from '../workflows/engine/transition.ts';
import { namingCases } from './case-names.ts';
import { lockCases, readHead, type CaseHead, type FoundHead, type Written } from './case-head.ts';
import { sendMessages } from './case-messages.ts';
import { namingJoined, openFollowing } from './openings.ts';
import { planNotices } from './plan-notices.ts';
import { delegationColumns, isRelayed, project, type Projected, type Writing } from './project.ts';
import { writeRecord } from './records.ts';
import { reportSettled } from './report-undeliverable.ts';

/**
 * The records may be ahead of the workflow of a case: the sweep has done what was due, or an attempt of its own was written and its answer
 * lost, with the worker or with Temporal. What was recorded stands, and the case goes on from there.
 * @param chainHash the hash of the lines that are written; SHA-256 unless given
 * @returns null once written; or the recorded state, and nothing was written
 * @throws ApplicationFailure `OUT_OF_STEP` (not retryable) if the records were changed by another hand, e.g. set back: `reconcile` must be
 * run.
 */
export async function commitTransition(
  database: Database,
  given: RecordedTransition,
  chainHash?: ChainHash,
): Promise<CaseState | null> {
  if (touchesItsCaseAlone(given) && (await commitAtOnce(database, given, chainHash))) return null;
  return database.$transaction(async (tx) => {
    const [recorded = null] = await commitAll(tx, [given], { chainHash, byWorkflow: true });
    return recorded;
  });
}

/** What the step writes is in the tables of its case, and nothing else has to hold still for it. */
function touchesItsCaseAlone(transition: RecordedTransition): boolean {
  const { writes, state, tasks, partiesChanged, personalInput, handledMessage } = transition;
  return (
    !isRelayed(transition) &&
    writes.length === 0 &&
    (state.undelivered ?? []).length === 0 &&
    !partiesChanged &&
    personalInput === undefined &&
    handledMessage === undefined &&
    tasks.every((task) => holdersOf(task).length === 0)
  );
}

/**
 * Such a transition in one statement, which writes everything if the case still stands as it was read, and else nothing: no transaction of several round
 * trips, and no lock while notices are planned. Most steps are such.
 * @returns false if nothing was written, because the case is not as the transition expects, or somebody wrote it at that moment
 */
async function commitAtOnce(
  database: Database,
  transition: RecordedTransition,
  chainHash: ChainHash | undefined,
): Promise<boolean> {
  const head = await readHead(database, transition.caseId);
  const { bodyId, region } = transition.state;
  if (head === undefined || head.isClosed || head.revision !== transition.revision - 1) return false;
  if (bodyId !== head.bodyId || region !== head.region) return false;
  const projected = await withNotices(database, [{ head, transition }]);
  return (await project(database, projected, { chainHash, byWorkflow: true, ifAsRead: true })) === 1;
}

/**
 * {@link commitTransition} for many cases within a transaction of the caller, who does nothing more in it if this fails. However many they are,
 * it takes a few round trips, and some more for each that writes records or messages of its own.
 * @param given one transition a case
 * @returns in their order
 */
export async function commitAll(
  tx: Transaction,
  given: readonly RecordedTransition[],
  writing: Writing,
): Promise<(CaseState | null)[]> {
  const heads = await lockCases(
    tx,
    given.map(({ caseId }) => caseId),
  );
  const recorded: (CaseState | null)[] = [];
  const written: Written[] = [];
  for (const one of given) {
    const found = heads.get(one.caseId);
    if (found === undefined)
      throw ApplicationFailure.nonRetryable(`There is no record of case ${one.caseId}.`, 'OUT_OF_STEP');
    const isAhead = found.revision >= one.revision;
    recorded.push(isAhead ? await stateOnRecord(tx, found) : null);
    if (!isAhead) written.push(await begin(tx, found, one, writing));
  }
  if (written.length > 0) await finish(tx, written, writing);
  return recorded;
}

/** Writes the records of a transition, which may change how its case is called. */
async function begin(
  tx: Transaction,
  found: FoundHead,
  given: RecordedTransition,
  { chainHash }: Writing,
): Promise<Written> {
  if (found.revision !== given.revision - 1) throw outOfStep(found, `transition ${given.revision} does not follow`);
  const transition = await withPersonalInput(tx, given);
  let head: CaseHead = found;
  // What a step writes beside the case belongs to the body that has the case from this step on.
  const { bodyId, region } = transition.state;
  for (const record of transition.writes) {
    const { title } = await writeRecord(tx, { ...head, bodyId, region }, transition, record, chainHash);
    head = { ...head, title };
  }
  if (found.isClosed && transition.state.closedAt === null) await refuseOpenings(tx, head.regime, [head]);
  return { head, transition };
}

async function finish(tx: Transaction, written: readonly Written[], writing: Writing): Promise<void> {
  const joined = await openFollowing(tx, written);
  await sendMessages(tx, written);
  await saveReaders(tx, written);
  const named = written.map(({ head, transition }) => ({ head, transition: namingJoined(transition, joined) }));
  await project(tx, await withNotices(tx, named), writing);
  for (const { transition } of written) {
    // One may have arrived while the case was still taking note that it had not.
    if ((transition.state.undelivered ?? []).length > 0) await reportSettled(tx, transition.caseId);
  }
  await takeBackFromDeparted(tx, written);
}

async function stateOnRecord(tx: Transaction, head: CaseHead): Promise<CaseState> {
  const { state } = (await recordedCase(tx, head.id)) ?? {};
  if (state?.revision !== head.revision)
    throw outOfStep(head, `its stored state is of revision ${state?.revision ?? 0}`);
  return state;
}

/** The transition with what was taken out of the request for its workflow; the state of the case stays without. */
async function withPersonalInput(tx: Transaction, transition: RecordedTransition): Promise<RecordedTransition> {
  const { personalInput: id, state, ...effects } = transition;
  if (id === undefined) return transition;
  const values = await takePersonalInput(tx, id);
  if (values === null) {
    throw ApplicationFailure.nonRetryable(
      `What was typed in with a request to case ${transition.caseId} is not there any more: it has to be made again.`,
      'INPUT_MISSING',
    );
  }
  return { ...putBack(effects, id, values), state };
}

function outOfStep({ id, revision }: CaseHead, why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`Case ${id} is recorded at revision ${revision}; ${why}.`, 'OUT_OF_STEP');
}

/** The transitions as people read them, with the notices that follow from them and the lines that say so. */
async function withNotices(tx: Transaction, written: readonly Written[]): Promise<Projected[]> {
  const named = await namingCases(tx, written);
  const planned = await planNotices(tx, named);
  return named.map(({ head, transition }, nth) => {
    const { at, revision } = transition;
    const { notices = [], lines = [] } = planned[nth] ?? {};
    const own = transition.lines.map((line) => ({ ...line, at, revision }));
    return { head, transition, notices, lines: [...own, ...lines] };
  });
}

/** Who acts for a party of the case, or works at the body that handles it, reads the case from then on. */
async function saveReaders(tx: Transaction, written: readonly Written[]): Promise<void> {
  const parties = written.flatMap(({ head, transition: { caseId, partiesChanged, state } }) =>
    partiesChanged ? partyRows(caseId, head.kind, state.parties) : [],
  );
  const bodies = written.flatMap(({ head, transition: { caseId, state } }) => {
    const { bodyId, region } = state;
    return bodyId === head.bodyId && region === head.region ? [] : [{ caseId, bodyId, region }];
  });
  if (parties.length > 0) await tx.caseParty.createMany({ data: parties, skipDuplicates: true });
  if (bodies.length > 0) await tx.caseBody.createMany({ data: bodies, skipDuplicates: true });
}

/** The accounts that an open task is with. */
function holdersOf({ closed, assigneeId, delegation }: TaskChange): string[] {
  return closed ? [] : [assigneeId, delegationColumns(delegation).delegateId].filter((id) => id !== null);
}

/** A task may have been given to somebody who has left: by a process that remembers who had it, or at that very moment (XC-05.5). */
async function takeBackFromDeparted(tx: Transaction, written: readonly Written[]): Promise<void> {
  const held = written.flatMap(({ transition: { caseId, revision, at, tasks } }) => {
    return [...new Set(tasks.flatMap(holdersOf))].map((account) => ({
      account,
      caseId,
      at,
      occasion: String(revision),
    }));
  });
  // In one order, so that nobody who locks two of them waits for who waits for them.
  held.sort((one, other) => (one.account < other.account ? -1 : one.account > other.account ? 1 : 0));
  for (const { account, caseId, occasion, at } of held) {
    await lockAccount(tx, account, 'SHARED');
    await returnHeldTasks(tx, { account, caseId, occasion }, at);
  }
}
