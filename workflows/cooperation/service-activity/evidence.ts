/** The evidence of an activity, where it is wanted within a time: list, photos and summary, all three (AH-EVAL-03). */
import { missingPieces, type EvidencePiece } from '../../../rules/cooperation/activity.ts';
import { refuse } from '../../../rules/refusal.ts';
import { addDays, dayOf, startOfDay } from '../../../rules/time/index.ts';
import { timelinessOf, type EvidenceInputs } from './facts.ts';
import type { EvidenceStep } from './step.ts';

type Input<A extends keyof EvidenceInputs> = EvidenceInputs[A];

/** What a regime brings beside the activity itself. */
export interface EvidencePack<Step extends EvidenceStep> {
  /** The case is about to be closed with its evidence accepted or missing: what the regime counts of it. */
  settled?(step: Step): void;
}

/** Called once the activity was held: the time for the evidence runs from that day. */
export function beginEvidence(step: EvidenceStep): void {
  const { heldOn, name } = step.facts;
  if (heldOn === null) throw new Error('An activity that was not held has no evidence.');
  step.moveTo('EVIDENCE_DUE');
  step.startDeadline('evidence', step.workingDays('activity.evidenceWithin'), startOfDay(heldOn));
  step.notify('evidenceAsked', 'organiser', { name, heldOn }, ['evidence']);
}

/** The actions and the end of time that evidence within a time brings. */
export function evidenceHandlers<Step extends EvidenceStep>(pack: EvidencePack<Step> = {}) {
  return {
    due: {
      evidence(step: Step): void {
        const { name, uploaded } = step.facts;
        const missing = missingPieces(uploaded);
        step.facts.evidenceLate = true;
        step.facts.evidenceUntil = addDays(dayOf(step.passedAt('evidence')), -1);
        step.moveTo('MISSING');
        step.openTask('followUp', { missing });
        step.notify('evidenceLate', 'organiser', { name, missing, passedAt: step.passedAt('evidence') });
      },
    },

    requires: { uploadEvidence: [isPublished], closeMissing: [isWantedStill] },

    actions: {
      uploadEvidence(step: Step, { piece }: Input<'uploadEvidence'>): void {
        const { uploaded, returned } = step.facts;
        step.participate('uploader');
        step.facts.uploaded = { ...uploaded, [piece]: uploaded[piece] ?? dayOf(step.receivedAt) };
        step.facts.returned = returned.filter((one) => one !== piece);
        judgeLate(step);
        if (missingPieces(step.facts.uploaded).length > 0 || step.facts.returned.length > 0) return;
        step.meetDeadline('evidence');
        step.closeTask('followUp');
        step.moveTo('EVIDENCE_UPLOADED');
        step.openTask('examineEvidence');
      },

      acceptEvidence(step: Step, { onPlan }: Input<'acceptEvidence'>): void {
        step.facts.onPlan = onPlan;
        const inTime = timelinessOf(step.facts) === 'IN_TIME';
        step.notify('evidenceAccepted', 'organiser', { name: step.facts.name, inTime, acceptedAt: step.now });
        pack.settled?.(step);
        step.close('CLOSED');
      },

      // The day of the first upload stands: what is asked for besides makes nothing late.
      returnEvidence(step: Step, { pieces, reason }: Input<'returnEvidence'>): void {
        step.facts.returned = [...new Set<EvidencePiece>(pieces)];
        step.closeTask('examineEvidence');
        step.moveTo('EVIDENCE_DUE');
        const { name, returned } = step.facts;
        step.openTask('followUp', { missing: returned });
        step.notify('evidenceReturned', 'organiser', { name, pieces: returned, reason, returnedAt: step.now });
      },

      closeMissing(step: Step, { reason }: Input<'closeMissing'>): void {
        step.notify('evidenceMissing', 'organiser', { name: step.facts.name, reason, decidedAt: step.now });
        pack.settled?.(step);
        step.close('MISSING');
      },
    },
  };
}

/** It is late by the days on which it was received, whether the end of the time was recorded after them or before. */
function judgeLate(step: EvidenceStep): void {
  const { uploaded, evidenceUntil } = step.facts;
  const lastDay = step.deadline('evidence')?.lastDay ?? evidenceUntil;
  if (lastDay === null) return;
  const isAfter = Object.values(uploaded).some((day) => day > lastDay);
  step.facts.evidenceLate = isAfter || (evidenceUntil !== null && missingPieces(uploaded).length > 0);
}

/** An activity is published online, an offline one too, before its evidence is taken (AH-EVAL-03.1). */
function isPublished({ facts: { publishedAt } }: EvidenceStep): void {
  if (publishedAt !== null) return;
  refuse(
    'CONDITION_NOT_MET',
    '活动尚未在平台发布，请先发布再上传材料。',
    'The activity has not been published on the platform: publish it first.',
  );
}

/** Nothing is found missing while its time runs: it has passed, or what came was returned. */
function isWantedStill({ state: { stage }, facts: { returned } }: EvidenceStep): void {
  if (stage === 'MISSING' || returned.length > 0) return;
  refuse(
    'NOT_NOW',
    '上传期限未满，暂不能认定未上传。',
    'The time for the evidence has not passed: it cannot be found missing yet.',
  );
}
