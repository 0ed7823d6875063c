/** A call for declarations, 一 to 四: its dates, the lots of the experts, and the bases that the province recommends. */
import { drawn, seedOf, withRecorded } from '../../../rules/hn-base/lot.ts';
import { refuseOvertaken, refuseSelection, type Entry } from '../../../rules/hn-base/selection.ts';
import { PROVINCE } from '../../../rules/hn-base/bodies.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { baseDeclaration } from '../base-declaration/contract.ts';
import { baseTitle } from '../base-title/contract.ts';
import { hasNoInterest } from '../interests.ts';
import { callKey, registers, type HnBaseReadings } from '../words.ts';
import { baseCall as contract, type Call } from './contract.ts';
import { baseCallSentences } from './sentences.ts';

export const baseCall = defineProcess(contract, {
  sentences: baseCallSentences,

  facts: (opening) => ({ ...opening, entries: [], pool: null }),

  open(step) {
    const { year, filingDay } = step.facts;
    step.startDeadline('filing', { unit: 'date', day: filingDay });
    enter(step, 'OPEN');
    step.tellHandled({ bodyId: PROVINCE }, baseTitle, 'callOpened', { year, filingDay });
  },

  due: {
    filing(step) {
      enter(step, 'CLOSED');
      step.moveTo('REVIEW');
      step.openTask('namePool', { year: step.facts.year, entries: step.facts.entries.length });
    },
  },

  requires: {
    namePool: [hasNoInterest],
    selectBase: [hasNoInterest],
    takeBackSelection: [hasNoInterest],
    closeSelection: [
      (step, { interests }) => hasNoInterest(step, interests),
      (step, { filed }) => allReceived(step, filed),
      allScored,
      notOvertaken,
    ],
  },

  actions: {
    entryReceived(step, { title: name, ...entry }) {
      // Told again of one that it has.
      if (step.facts.entries.some(({ declaration }) => declaration === entry.declaration)) return;
      step.facts.entries = [...step.facts.entries, { ...entry, name, score: null, selected: false }];
      // Its paper was recorded after the lots of the others were drawn.
      if (step.facts.pool !== null) draw(step, entry.declaration);
    },

    entryWithdrawn(step, { declaration }) {
      step.facts.entries = step.facts.entries.filter((one) => one.declaration !== declaration);
    },

    entryScored: (step, { declaration, score = null }) => change(step, declaration, { score }),

    namePool(step, { experts: named }, recorded) {
      const experts = withRecorded(named, recorded);
      refuseDropped(step, experts);
      refuseSmallPool(step, experts);
      step.participate('poolNamer');
      step.facts.pool = experts;
      step.closeTask('namePool');
      for (const { declaration } of step.facts.entries) draw(step, declaration);
      step.openTask('decideSelection', { year: step.facts.year, quota: step.number('base.quota') });
    },

    selectBase(step, { declaration, reason }) {
      const entry = entryOf(step, declaration);
      if (entry.selected) {
        refuse('ALREADY_DONE', '该基地已列入推荐名单。', 'It is on the list already.', { field: 'declaration' });
      }
      refuseSelection(step.facts.entries, entry, step.number('base.quota'), reason ?? null);
      change(step, declaration, { selected: true });
    },

    takeBackSelection(step, { declaration }) {
      if (!entryOf(step, declaration).selected) {
        refuse('NOT_NOW', '该基地不在推荐名单中。', 'It is not on the list.', { field: 'declaration' });
      }
      change(step, declaration, { selected: false });
    },

    closeSelection(step, { reason }) {
      for (const { declaration, selected } of step.facts.entries) {
        if (selected) step.tell(declaration, baseDeclaration, 'baseSelected', { reason });
        else step.tell(declaration, baseDeclaration, 'baseNotSelected', { reason });
      }
      const selected = step.facts.entries.filter((one) => one.selected).map(({ name }) => name);
      const told = { year: step.facts.year, selected, entries: step.facts.entries.length };
      step.notify('listMade', { role: 'reviewer' }, told);
      step.tellAbout(baseDeclaration, 'callEnded', {});
      step.close('CLOSED');
    },
  },
});

function entryOf(step: Call, declaration: string): Entry {
  const entry = step.facts.entries.find((one) => one.declaration === declaration);
  if (entry !== undefined) return entry;
  return refuse('INVALID_INPUT', '该申报不在本次评审之中。', 'No such declaration is under review in this call.', {
    field: 'declaration',
    facts: { declarations: step.facts.entries.map((one) => one.declaration) },
  });
}

function change(step: Call, declaration: string, changes: Partial<Entry>): void {
  step.facts.entries = step.facts.entries.map((one) =>
    one.declaration === declaration ? { ...one, ...changes } : one,
  );
}

/** What the city filed in time is not late because nobody has written down its paper yet (HN-BASE-02.4). */
function allReceived({ facts: { entries } }: Call, filed: HnBaseReadings['filedDeclarations']): void {
  const waiting = filed.filter(({ declaration }) => !entries.some((one) => one.declaration === declaration));
  if (waiting.length === 0) return;
  const names = waiting.map(({ name }) => name);
  refuse(
    'STEP_MISSING',
    `下列申报已报送，纸质材料尚未登记齐全：${names.join('、')}。请先登记；未收到或者逾期的，也请如实登记。`,
    `These declarations are filed, and their paper is not recorded as complete: ${names.join(', ')}. Record it first; also where none came, or it came late.`,
    { facts: { declarations: waiting.map(({ declaration }) => declaration) } },
  );
}

function allScored({ facts: { entries } }: Call): void {
  const missing = entries.filter(({ score }) => score === null);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  refuse(
    'STEP_MISSING',
    `下列申报的专家评审意见尚未齐全：${names.join('、')}。`,
    `These declarations lack opinions of experts: ${names.join(', ')}.`,
  );
}

function notOvertaken(step: Call): void {
  refuseOvertaken(step.facts.entries, step.number('base.quota'));
}

/** The panel of a declaration, by a lot of its own. */
function draw(step: Call, declaration: string): void {
  const { filingDay, pool } = step.facts;
  const { base } = entryOf(step, declaration);
  if (pool === null) throw new Error('No experts were named.');
  const seed = seedOf({ call: step.state.id, filingDay, pool, declaration });
  step.tell(declaration, baseDeclaration, 'panelDrawn', { seed, order: [...drawn(pool, base, seed)] });
}

/** Who was named may have been asked: experts named again are added to those named before (HN-BASE-03.1). */
function refuseDropped({ facts: { pool } }: Call, experts: NonNullable<Call['facts']['pool']>): void {
  const named = experts.map(({ expert }) => expert);
  const dropped = (pool ?? []).map(({ expert }) => expert).filter((expert) => !named.includes(expert));
  if (dropped.length === 0) return;
  refuse(
    'INVALID_INPUT',
    `已提出的专家不能去掉，请一并列入：${dropped.join('、')}。`,
    `Experts who were named before stay named; list them again: ${dropped.join(', ')}.`,
    { field: 'experts', facts: { dropped } },
  );
}

/** Each declaration needs its number of experts without a conflict (HN-BASE-03.1). */
function refuseSmallPool(step: Call, experts: NonNullable<Call['facts']['pool']>): void {
  const needed = step.number('base.panel');
  if (new Set(experts.map(({ expert }) => expert)).size !== experts.length) {
    refuse('INVALID_INPUT', '名单中有重复的专家。', 'An expert stands in the list twice.', { field: 'experts' });
  }
  const free = (base: string) => experts.filter(({ conflicts }) => !conflicts.includes(base)).length;
  const short = step.facts.entries.filter(({ base }) => free(base) < needed).map(({ name }) => name);
  if (experts.length >= needed && short.length === 0) return;
  refuse(
    'CONDITION_NOT_MET',
    `每家基地须有 ${needed} 名无利害关系的专家${short.length === 0 ? '' : `；不足的：${short.join('、')}`}。`,
    `Each base needs ${needed} experts without a conflict${short.length === 0 ? '' : `; too few for: ${short.join(', ')}`}.`,
    { field: 'experts' },
  );
}

function enter(step: Call, status: 'OPEN' | 'CLOSED'): void {
  const { year, document, filingDay, finalDay } = step.facts;
  step.write('register', {
    register: registers.calls,
    party: callKey(year),
    name: document,
    status,
    validFrom: dayOf(step.state.openedAt),
    validTo: filingDay,
    data: { year, caseId: step.state.id, filingDay, finalDay },
  });
}
