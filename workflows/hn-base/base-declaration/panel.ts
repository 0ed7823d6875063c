/** The experts of a declaration (HN-BASE-03.1): asked in the order of the lot, opened together, replaced by who comes next. */
import type { ReviewEnd } from '../../../rules/hn-base/review.ts';
import { meanOf } from '../../../rules/hn-base/selection.ts';
import { refuse } from '../../../rules/refusal.ts';
import { baseOpinion } from '../base-opinion/contract.ts';
import type { Declaration } from './contract.ts';
import type { Panel } from './facts.ts';

/** Asks as many experts as the rules say, the first ones of the lot. */
export function drawPanel(step: Declaration, seed: string, order: readonly string[]): void {
  step.facts.panel = { seed, order, asked: 0, opinions: {} };
  for (let n = step.number('base.panel'); n > 0; n -= 1) ask(step);
}

function panelOf({ facts: { panel } }: Declaration): Panel {
  if (panel === null) throw new Error('No panel was drawn.');
  return panel;
}

/** Asks who comes next in the lot. @throws Refusal LIMIT_REACHED where nobody is left */
function ask(step: Declaration): void {
  const panel = panelOf(step);
  const next = panel.order[panel.asked];
  if (next === undefined) {
    refuse(
      'LIMIT_REACHED',
      '专家库中没有可以递补的专家，请在申报通知案件中补充专家。',
      'Nobody is left in the pool to take the place; add experts in the case of the call.',
    );
  }
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
}

/** Another expert takes the place of one who has given no opinion. @throws Refusal INVALID_INPUT where no such opinion is waited for */
export function askNext(step: Declaration, opinion: string): void {
  const panel = panelOf(step);
  if (panel.opinions[opinion] !== 'ASKED') {
    const open = Object.keys(panel.opinions).filter((id) => panel.opinions[id] === 'ASKED');
    refuse(
      'INVALID_INPUT',
      `没有待提交的评审意见“${opinion}”；待提交的有：${open.join('、') || '无'}。`,
      `No opinion '${opinion}' is waited for; there are: ${open.join(', ') || 'none'}.`,
      { field: 'opinion' },
    );
  }
  ask(step);
  panel.opinions = Object.fromEntries(Object.entries(panel.opinions).filter(([id]) => id !== opinion));
  step.tell(opinion, baseOpinion, 'endReview', { why: 'REPLACED' });
}

/** How far an opinion is by now; with what it says once it was opened. */
export function takeOver(
  step: Declaration,
  opinion: string,
  state: 'GIVEN' | 'OPENED',
  said?: { readonly score: number; readonly words: string },
): void {
  const panel = panelOf(step);
  if (panel.opinions[opinion] === undefined) return;
  panel.opinions = { ...panel.opinions, [opinion]: state };
  if (said === undefined) return;
  step.facts.opinions = [...step.facts.opinions, said];
  const scores = step.facts.opinions.map(({ score }) => score);
  if (Object.values(panel.opinions).every((one) => one === 'OPENED')) step.facts.score = meanOf(scores);
}

/** Every expert of the panel has given an opinion. */
export function isComplete(step: Declaration): boolean {
  return Object.values(panelOf(step).opinions).every((state) => state === 'GIVEN');
}

export function openAll(step: Declaration): void {
  step.closeTask('replaceExpert');
  step.tellChildren(baseOpinion, 'openOpinion', {});
}

export function endReviews(step: Declaration, why: ReviewEnd): void {
  if (step.facts.panel !== null) step.tellChildren(baseOpinion, 'endReview', { why });
}
