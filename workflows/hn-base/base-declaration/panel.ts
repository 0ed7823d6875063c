/** The experts of a declaration (HN-BASE-03.1): asked in the order of the lot, opened together, replaced by who comes next. */
import type { ReviewEnd } from '../../../rules/hn-base/review.ts';
import { meanOf } from '../../../rules/hn-base/selection.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { baseCall } from '../base-call/contract.ts';
import { baseOpinion } from '../base-opinion/contract.ts';
import type { Declaration } from './contract.ts';
import type { OpenedOpinion, OpinionState, Panel } from './facts.ts';

const review = { clause: 'HN-BASE 四', requirement: 'HN-BASE-03.1' } as const;

/** Draws the panel, or, where experts were named again, fills its open places from the new lot; who was asked before stays first. */
export function drawPanel(step: Declaration, seed: string, order: readonly string[]): void {
  const { panel } = step.facts;
  const asked = panel?.order.slice(0, panel.asked) ?? [];
  step.facts.panel = {
    seed,
    order: [...asked, ...order.filter((expert) => !asked.includes(expert))],
    asked: asked.length,
    opinions: panel?.opinions ?? {},
    experts: panel?.experts ?? {},
    overdue: panel?.overdue ?? [],
  };
  fillPlaces(step);
}

function panelOf({ facts: { panel } }: Declaration): Panel {
  if (panel === null) throw new Error('No panel was drawn.');
  return panel;
}

/** How many experts are missing of the panel that the rules want. */
function openPlaces(step: Declaration): number {
  return Math.max(0, step.number('base.panel') - Object.keys(panelOf(step).opinions).length);
}

/** Asks who comes next as long as places are open; where nobody is left, the place stays open and the staff are told. */
function fillPlaces(step: Declaration): void {
  while (openPlaces(step) > 0 && hasNext(panelOf(step))) ask(step);
  followPlaces(step);
}

function hasNext({ order, asked }: Panel): boolean {
  return asked < order.length;
}

/** The task names who is late and how many places are open, as long as there are any. */
function followPlaces(step: Declaration): void {
  const panel = panelOf(step);
  const overdue = panel.overdue.filter((opinion) => panel.opinions[opinion] === 'ASKED');
  panel.overdue = overdue;
  const missing = openPlaces(step);
  if (overdue.length === 0 && missing === 0) step.closeTask('replaceExpert');
  else step.openOrDescribeTask('replaceExpert', { base: step.facts.name, year: step.facts.year, overdue, missing });
}

function ask(step: Declaration): void {
  const panel = panelOf(step);
  const next = panel.order[panel.asked];
  if (next === undefined) throw new Error('Nobody is left in the lot.');
  panel.asked += 1;
  step.addParty('panel', next);
  const { year, name } = step.facts;
  const { province } = step.state.bodies;
  const opening = { year, base: name, declaration: step.state.id };
  const opinion = step.open(baseOpinion, opening, {
    subject: next,
    about: null,
    parties: { expert: [next] },
    ...(province && { bodies: { province } }),
  });
  panel.opinions = { ...panel.opinions, [opinion]: 'ASKED' };
  panel.experts = { ...panel.experts, [opinion]: next };
}

export function someoneIsLeft({ facts: { panel } }: Declaration): void {
  if (panel === null || hasNext(panel)) return;
  refuse(
    'LIMIT_REACHED',
    '专家库中没有可以递补的专家，请在申报通知案件中补充专家。',
    'Nobody is left in the pool to take the place; add experts in the case of the call.',
  );
}

/**
 * Another expert takes the place of one who has given no opinion, or who turned out to have an interest after giving it: as long as nobody has read
 * it, or once it was set aside.
 * @throws Refusal INVALID_INPUT where no such opinion is waited for, lies unopened or was set aside
 */
export function askNext(step: Declaration, opinion: string): void {
  const panel = panelOf(step);
  const state = panel.opinions[opinion];
  if (state === undefined || state === 'OPENED') {
    const open = Object.keys(panel.opinions).filter((id) => panel.opinions[id] !== 'OPENED');
    refuse(
      'INVALID_INPUT',
      `没有待提交或者待开启的评审意见“${opinion}”；有：${open.join('、') || '无'}。`,
      `No opinion '${opinion}' is waited for or lies unopened; there are: ${open.join(', ') || 'none'}.`,
      { field: 'opinion' },
    );
  }
  if (state !== 'SET_ASIDE') step.tell(opinion, baseOpinion, 'endReview', { why: 'REPLACED' });
  leavePanel(step, opinion);
}

/** An expert is of the panel no longer; one who was replaced before is not of it already. */
export function leavePanel(step: Declaration, opinion: string): void {
  const panel = panelOf(step);
  panel.opinions = Object.fromEntries(Object.entries(panel.opinions).filter(([id]) => id !== opinion));
  fillPlaces(step);
  reckon(step);
}

/** An expert has given no opinion in time: the staff decide whether another is asked. */
export function markOverdue(step: Declaration, opinion: string): void {
  const panel = panelOf(step);
  if (!panel.overdue.includes(opinion)) panel.overdue = [...panel.overdue, opinion];
  followPlaces(step);
}

/** How far an opinion is by now; with what it says once it was opened. */
export function takeOver(
  step: Declaration,
  opinion: string,
  state: 'GIVEN' | 'OPENED',
  opened?: Pick<OpenedOpinion, 'score' | 'words'>,
): void {
  const panel = panelOf(step);
  if (panel.opinions[opinion] === undefined) return;
  panel.opinions = { ...panel.opinions, [opinion]: state };
  followPlaces(step);
  if (opened === undefined) return;
  step.facts.opinions = [...step.facts.opinions, { opinion, ...opened }];
  reckon(step);
}

/** The mean of what was opened and counts, once nobody of the panel is waited for; whoever makes the list is told when it changes. */
function reckon(step: Declaration): void {
  const { facts } = step;
  const { opinions } = panelOf(step);
  const counting = facts.opinions.filter((one) => one.setAside === undefined);
  const isAwaited = openPlaces(step) > 0 || Object.values(opinions).some((state) => !wasRead(state));
  const score = isAwaited || counting.length === 0 ? null : meanOf(counting.map((one) => one.score));
  if (score === facts.score) return;
  facts.score = score;
  step.tell(facts.call, baseCall, 'entryScored', { declaration: step.state.id, ...(score !== null && { score }) });
}

function wasRead(state: OpinionState): boolean {
  return state === 'OPENED' || state === 'SET_ASIDE';
}

/**
 * An opinion that was opened does not count any more, because of an interest that came to light. The others count; where none is left, the next
 * experts of the lot are asked.
 * @throws Refusal INVALID_INPUT for one that was not opened, or is set aside already
 */
export function setAside(step: Declaration, opinion: string, reason: string): void {
  const { facts } = step;
  const panel = panelOf(step);
  if (panel.opinions[opinion] !== 'OPENED') {
    const opened = Object.keys(panel.opinions).filter((id) => panel.opinions[id] === 'OPENED');
    refuse(
      'INVALID_INPUT',
      `没有已开启并计入的评审意见“${opinion}”；有：${opened.join('、') || '无'}。`,
      `No opinion '${opinion}' was opened and counts; there are: ${opened.join(', ') || 'none'}.`,
      { field: 'opinion' },
    );
  }
  panel.opinions = { ...panel.opinions, [opinion]: 'SET_ASIDE' };
  facts.opinions = facts.opinions.map((one) => (one.opinion === opinion ? { ...one, setAside: reason } : one));
  const states = Object.entries(panel.opinions);
  if (states.every(([, state]) => state === 'SET_ASIDE')) {
    panel.opinions = {};
    fillPlaces(step);
  }
  reckon(step);
}

/**
 * An expert has come to have an interest on record. What nobody has read yet is void, and the next of the lot is asked (HN-BASE-03.1); of what was
 * read a person decides.
 */
export function expertInterested(step: Declaration, expert: PartyKey): 'SETTLED' | 'TO_DECIDE' {
  const { panel } = step.facts;
  const [opinion, state] = Object.entries(panel?.opinions ?? {}).find(([id]) => panel?.experts?.[id] === expert) ?? [];
  if (opinion === undefined || state === 'SET_ASIDE') return 'SETTLED';
  if (state === 'OPENED' || step.state.stage !== 'EXPERT_REVIEW') {
    const which = namedCase(opinion);
    step.record('INTEREST_CONCERNS', text(`所涉评审意见：${which}`, `The opinion it concerns: ${which}`), review);
    return 'TO_DECIDE';
  }
  step.record(
    'EXPERT_LEFT',
    text(
      `专家存在利益关系，其意见作废，由下一名专家递补：${namedCase(opinion)}`,
      `An expert has an interest: the opinion is void, and the next of the lot is asked: ${namedCase(opinion)}`,
    ),
    review,
  );
  step.tell(opinion, baseOpinion, 'endReview', { why: 'INTEREST' });
  leavePanel(step, opinion);
  return 'SETTLED';
}

/** No place of the panel is open, and everybody on it whose opinion was not read yet has given it. */
export function isComplete(step: Declaration): boolean {
  const states = Object.values(panelOf(step).opinions);
  return openPlaces(step) === 0 && states.every((state) => state === 'GIVEN' || wasRead(state));
}

export function openAll(step: Declaration): void {
  step.tellChildren(baseOpinion, 'openOpinion', {});
}

export function endReviews(step: Declaration, why: ReviewEnd): void {
  if (step.facts.panel !== null) step.tellChildren(baseOpinion, 'endReview', { why });
}
