/**
 * What happens in a survey of needs in every regime: its organiser collects by itself or has others collect, each part is reported by the
 * same day and marked if it comes later, and the whole is summed up.
 */
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { correctContact } from '../../engine/contact.ts';
import {
  addAnswers,
  allAnswers,
  noAnswers,
  type AnswerInputs,
  type AnswerOpening,
  type SurveyInputs,
  type SurveyOpening,
} from './facts.ts';
import type { AnswerPack, SurveyPack } from './pack.ts';
import type { AnswerStep, SurveyStep } from './step.ts';

type Input<A extends keyof SurveyInputs> = SurveyInputs[A];

/** What a survey remembers at first. */
export function openedSurvey({ topic, until, partOf, collectors }: SurveyOpening) {
  return {
    ...{ topic, until, partOf, ...noAnswers },
    parts: { ...noAnswers, asked: collectors.length, completed: 0, late: 0 },
    completedOn: null,
    late: false,
  };
}

/** The opening, the actions and the end of time of every survey. */
export function surveyHandlers<Step extends SurveyStep>(pack: SurveyPack<Step>) {
  return {
    open(step: Step, { topic, until, partOf, collectors }: SurveyOpening): void {
      step.startDeadline('collection', { unit: 'date', day: until });
      // Who is no body of the network has the deadline and its notices; its staff find the task.
      if (partyKind(step.party('collector')) === 'UNIT' && collectors.length === 0)
        step.openTask('collectNeeds', { topic, until });
      for (const collector of collectors) {
        pack.openPart(step, collector, { topic, until, partOf: step.state.id, collectors: [] });
      }
      if (partOf !== null) step.notify('surveyAsked', 'collector', { topic, until, askedAt: step.now }, ['collection']);
    },

    due: {
      // What has not come by then is late; whoever owes it still reports.
      collection(step: Step): void {
        const { topic, until, parts } = step.facts;
        if (parts.asked > 0) {
          toSummarise(step);
          return;
        }
        step.facts.late = true;
        step.moveTo('OVERDUE');
        step.notify('surveyOverdue', 'collector', { topic, until });
      },
    },

    requires: { completeSurvey: [partsAreIn], cancelSurvey: [standsByItself] },

    actions: {
      completeSurvey(step: Step): void {
        const { partOf, until, parts } = step.facts;
        const today = dayOf(step.now);
        // By its own day, and not by whether the end of that day was recorded first; who has it collected by others waits for them.
        const late = parts.asked === 0 && today > (step.deadline('collection')?.lastDay ?? until);
        step.facts.late = late;
        step.facts.completedOn = today;
        step.meetDeadline('collection');
        if (partOf !== null) pack.tellOrganiser(step, partOf, { ...allAnswers(step.facts), late });
        pack.completed?.(step);
        step.close('COMPLETED');
      },

      cancelSurvey(step: Step, { reason }: Input<'cancelSurvey'>): void {
        pack.endParts(step, reason);
        step.close('CANCELLED');
      },

      answerReceived(step: Step, { category }: Input<'answerReceived'>): void {
        const one = { answers: 1, requests: 0, byCategory: { [category]: 1 } };
        Object.assign(step.facts, addAnswers(step.facts, one));
      },

      answerTurned(step: Step): void {
        step.facts.requests += 1;
      },

      partCompleted(step: Step, { late, ...figures }: Input<'partCompleted'>): void {
        const { parts, topic } = step.facts;
        const completed = parts.completed + 1;
        step.facts.parts = {
          ...addAnswers(parts, figures),
          ...{ asked: parts.asked, completed, late: parts.late + (late ? 1 : 0) },
        };
        if (completed < parts.asked || step.state.closedAt !== null) return;
        toSummarise(step);
        const { answers } = allAnswers(step.facts);
        step.notify('partsComplete', 'collector', { topic, parts: completed, late: step.facts.parts.late, answers });
      },

      surveyEnded(step: Step, { reason }: Input<'surveyEnded'>): void {
        step.notify('surveyCancelled', 'collector', { topic: step.facts.topic, reason, cancelledAt: step.now });
        step.close('CANCELLED');
      },
    },
  };
}

function toSummarise(step: SurveyStep): void {
  step.moveTo('SUMMARISING');
  step.openOrDescribeTask('summarise', { ...allAnswers(step.facts) });
}

/** The parts of a survey are waited for until its last day. */
function partsAreIn({ facts: { parts }, state }: SurveyStep): void {
  if (state.stage !== 'COLLECTING' || parts.completed >= parts.asked) return;
  const left = parts.asked - parts.completed;
  refuse(
    'CONDITION_NOT_MET',
    `还有 ${left} 个单位未报送；全部报送或者期限届满后汇总。`,
    `${left} parts have not come in; the survey is summed up once they have, or once the time is over.`,
    { facts: { left } },
  );
}

/** A part is cancelled with its survey and not by itself. */
function standsByItself({ facts: { partOf } }: SurveyStep): void {
  if (partOf === null) return;
  refuse(
    'NOT_ALLOWED',
    '由组织单位部署的调查只能由组织单位取消。',
    'The organiser alone cancels it: this is a part of its survey.',
  );
}

/** The opening and the actions of every answer. */
export function answerHandlers<Step extends AnswerStep>(pack: AnswerPack<Step>) {
  const { categories } = pack.terms;
  return {
    open(step: Step, { category }: AnswerOpening): void {
      pack.tellReceived(step);
      step.openTask('considerNeed', { category });
    },

    actions: {
      correctContact(step: Step, input: AnswerInputs['correctContact']): void {
        correctContact(step, input, { under: 'requester', contactName: 'name' });
      },

      turnIntoRequest(step: Step): void {
        step.facts.requestCaseId = pack.turn(step);
        pack.tellTurned(step);
        step.close('TURNED');
      },

      noteAnswer(step: Step, { reason }: AnswerInputs['noteAnswer']): void {
        const { category } = step.facts;
        const told = { category: categories[category] ?? text(category, category), reason, notedAt: step.now };
        step.notify('answerNoted', pack.enterprise(step), told);
        step.close('NOTED');
      },
    },
  };
}
