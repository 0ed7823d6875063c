/** Which bases the province recommends (HN-BASE-03): by the scores of the experts, as many as the quota at most. */
import { roundedTo } from '../decimals.ts';
import { ranking, type Placed } from '../ranking.ts';
import { refuse } from '../refusal.ts';
import type { PartyKey } from '../parties/party.ts';

/** A declaration that the province has received complete. */
export interface Entry {
  /** Id of its case. */
  readonly declaration: string;
  readonly base: PartyKey;
  readonly name: string;
  /** Id of the department of its city. */
  readonly city: string;
  /** Mean of the scores, 0 to 100 with two decimals; null while an opinion is missing. */
  readonly score: number | null;
  readonly selected: boolean;
}

/** The mean of scores, with two decimals. */
export function meanOf(scores: readonly number[]): number {
  return roundedTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 2);
}

/** The entries by their scores with their places, the best first; those without a score last. */
export function ranked(entries: readonly Entry[]): readonly (Entry & Placed)[] {
  return ranking(entries.map((entry) => ({ ...entry, id: entry.declaration })));
}

/** Whether the last place of the quota and the one after it have the same score, and it is that of the entry (HN-BASE-03.3). */
export function isTied(entries: readonly Entry[], { score }: Entry, quota: number): boolean {
  const places = ranked(entries);
  const last = places[quota - 1]?.score;
  const next = places[quota]?.score;
  return last != null && last === next && score === last;
}

/**
 * Whether an entry can be selected now.
 * @param reason given for it; needed where it is one of several with the same score at the last place
 * @throws Refusal STEP_MISSING without all opinions; LIMIT_REACHED beyond the quota; CONDITION_NOT_MET below it; REASON_REQUIRED at a tie
 */
export function refuseSelection(entries: readonly Entry[], entry: Entry, quota: number, reason: string | null): void {
  if (entries.some(({ score }) => score === null)) {
    refuse(
      'STEP_MISSING',
      entry.score === null
        ? '该申报的专家评审意见尚未齐全，不能入选。'
        : '还有申报的专家评审意见未齐全，名次未定，不能确定入选。',
      entry.score === null
        ? 'The opinions of the experts on this declaration are not complete; it cannot be selected.'
        : 'Other declarations lack opinions, so the places are not known; none can be selected yet.',
      {
        field: 'declaration',
        facts: { missing: entries.filter(({ score }) => score === null).map((one) => one.name) },
      },
    );
  }
  if (entries.filter(({ selected }) => selected).length >= quota) {
    refuse(
      'LIMIT_REACHED',
      `已有 ${quota} 家入选，不能再增加。`,
      `${quota} bases are selected already; there can be no more.`,
      { field: 'declaration' },
    );
  }
  const { place = null } = ranked(entries).find(({ declaration }) => declaration === entry.declaration) ?? {};
  if (place !== null && place > quota) {
    refuse(
      'CONDITION_NOT_MET',
      `按专家评审得分列第 ${place} 名，在前 ${quota} 名之外。`,
      `By the scores of the experts it is at place ${place}, beyond the first ${quota}.`,
      { field: 'declaration', facts: { place } },
    );
  }
  if (isTied(entries, entry, quota) && reason === null) {
    refuse(
      'REASON_REQUIRED',
      `第 ${quota} 名与其后的得分相同，请写明选择的理由。`,
      `Place ${quota} and the next have the same score; give the reason for the choice.`,
      { field: 'reason' },
    );
  }
}

/**
 * What was selected follows from the scores as they are when the list is closed: one whose paper was recorded later may have come before it, and an
 * opinion may have been set aside since.
 * @throws Refusal CONDITION_NOT_MET while a selected entry stands beyond the quota (HN-BASE-03.2)
 */
export function refuseOvertaken(entries: readonly Entry[], quota: number): void {
  const overtaken = ranked(entries).filter(({ selected, place }) => selected && place !== null && place > quota);
  if (overtaken.length === 0) return;
  const names = overtaken.map(({ name, place }) => `${name}（${place}）`);
  refuse(
    'CONDITION_NOT_MET',
    `下列已入选的基地因其后登记的申报或者得分的变动，已在前 ${quota} 名之外：${names.join('、')}。请先取消其入选，再确定名单。`,
    `Declarations were recorded or scores changed since, and these selected bases are beyond the first ${quota} now: ${names.join(', ')}. Take their selection back, then close the list.`,
    { facts: { declarations: overtaken.map(({ declaration }) => declaration) } },
  );
}
