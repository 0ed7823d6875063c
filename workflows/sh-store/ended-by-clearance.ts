/**
 * What every case about a store has: the clearance of the store ends it, with its clocks and reminders, and it goes on from there if the
 * clearance is undone (SH-STORE-11.10). `clearance/running-cases.ts` lists the kinds.
 */
import { listed } from '../../rules/phrases.ts';
import { text } from '../../rules/text.ts';
import { ANY_STAGE, type ActionContract } from '../engine/contract.ts';
import { groundTitles, type ClearanceGround } from './clearance/grounds.ts';

export const storeCleared = {
  title: text('店铺清退，案件终结', 'End: the store is cleared'),
  done: text('店铺清退，案件终结', 'The store is cleared; the case ends'),
  event: 'ENDED_BY_CLEARANCE',
  by: ['case'],
  at: [ANY_STAGE],
  clause: 'SH-STORE 四.6',
  requirement: 'SH-STORE-11.10',
} as const satisfies ActionContract;

export const clearanceReversed = {
  title: text('店铺清退撤销，案件恢复', 'Go on: the clearance is undone'),
  done: text('店铺清退撤销，案件恢复', 'The clearance is undone; the case goes on'),
  event: 'CLEARANCE_UNDONE',
  by: ['case'],
  at: [],
  reopens: ['STORE_CLEARED'],
  clause: 'SH-STORE 四.6',
  requirement: 'SH-STORE-11.10',
} as const satisfies ActionContract;

/** The outcome of a case that ends so. */
export const STORE_CLEARED = text('店铺已清退', 'The store was cleared');

/** What the timeline says of it, and of a ground that a case found and people dismissed. */
export const endedByClearanceSentences = {
  storeCleared: ({ grounds }: { readonly grounds: readonly ClearanceGround[] }) =>
    listed(grounds.map((ground) => groundTitles[ground])),
};
export const groundDismissedSentence = ({ ground }: { readonly ground: ClearanceGround }) => groundTitles[ground];

/** Why the clocks of a case stood still that goes on. */
export const whileCleared = text('店铺清退期间', 'the store was cleared meanwhile');

/** The handlers, for processes that have nothing more to do. */
export const endedByClearance = {
  storeCleared: (step: { breakOff(outcome: 'STORE_CLEARED'): void }) => step.breakOff('STORE_CLEARED'),
  clearanceReversed: (step: { takeUp(cause: typeof whileCleared): boolean }) => {
    step.takeUp(whileCleared);
  },
};
