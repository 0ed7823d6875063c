/** What the contracts of a survey of needs and of its answers are made of in every regime; a regime adds what its measures have besides. */
import { text } from '../../../rules/text.ts';
import { fixedDateLadder } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import { answerNotices, surveyNotices } from './notices.ts';
import type { SurveyTerms } from './terms.ts';

const stages = ['COLLECTING', 'OVERDUE', 'SUMMARISING'] as const;

/** Stages, outcomes, tasks, deadlines, notices and actions of a survey under these terms. */
export function surveyParts(terms: SurveyTerms) {
  const surveyed = { clause: terms.clauses.survey, requirement: terms.requirements.surveyed } as const;
  const matched = { clause: terms.clauses.matching, requirement: terms.requirements.matched } as const;
  /** What comes from another case, also after the end: it was under way by then. */
  const fromCases = { by: ['case'], at: stages, whenClosed: true } as const;
  return {
    surveyed,
    matched,
    stages: {
      COLLECTING: text('征集中', 'Collecting'),
      OVERDUE: text('逾期未报送', 'Overdue'),
      SUMMARISING: text('征集结束，待汇总', 'Collected, to be summed up'),
    },
    outcomes: {
      COMPLETED: text('已完成', 'Completed'),
      CANCELLED: text('已取消', 'Cancelled'),
    },
    notices: surveyNotices(terms),
    tasks: {
      collectNeeds: {
        title: text('开展需求调查并报送结果', 'Survey the needs and report on them'),
        role: 'reviewer',
        dueBy: ['collection'],
      },
      summarise: { title: text('汇总各单位的需求调查', 'Sum up the parts of the survey'), role: 'reviewer' },
    },
    deadlines: {
      collection: {
        ...surveyed,
        title: text('完成需求调查并报送', 'Survey the needs and report on them'),
        consequence: text('标记为逾期；逾期后仍应报送', 'It is marked as late; it still has to be reported'),
        platformRule: true,
        metBy: 'completeSurvey',
        concerns: ['collector'],
        ladder: fixedDateLadder,
      },
    },
    actions: {
      completeSurvey: {
        ...surveyed,
        title: text('报送调查结果', 'Report the result'),
        done: text('调查结果已报送', 'Result reported'),
        event: 'SURVEY_COMPLETED',
        by: [party('collector')],
        at: stages,
      },
      cancelSurvey: {
        ...surveyed,
        title: text('取消调查', 'Cancel the survey'),
        done: text('调查已取消', 'Survey cancelled'),
        event: 'SURVEY_CANCELLED',
        by: [party('collector')],
        at: stages,
        adverse: true,
      },
      answerReceived: {
        ...surveyed,
        ...fromCases,
        title: text('收到一份答复', 'An answer has come in'),
        event: 'ANSWER_RECEIVED',
      },
      answerTurned: {
        ...matched,
        ...fromCases,
        title: text('一项需求已转办', 'A need was turned into a request'),
        event: 'NEED_TURNED_INTO_REQUEST',
      },
      partCompleted: {
        ...surveyed,
        ...fromCases,
        title: text('一个单位已报送', 'A part has come in'),
        event: 'PART_COMPLETED',
      },
      surveyEnded: {
        ...surveyed,
        title: text('组织单位取消调查', 'Cancelled by its organiser'),
        event: 'SURVEY_ENDED',
        by: ['case'],
        at: stages,
        adverse: true,
      },
    },
  } as const;
}

/** Stages, outcomes, tasks, notices and actions of an answer under these terms. */
export function answerParts(terms: SurveyTerms) {
  const matched = { clause: terms.clauses.matching, requirement: terms.requirements.matched } as const;
  const decision = { ...matched, by: [handling('reviewer')], at: ['RECEIVED'], task: 'considerNeed' } as const;
  return {
    stages: { RECEIVED: text('已收到，待研究', 'Received, to be considered') },
    outcomes: {
      TURNED: text('已转为服务需求', 'Turned into a service request'),
      NOTED: text('已登记备查', 'Noted'),
    },
    notices: answerNotices(terms),
    tasks: { considerNeed: { title: text('研究企业需求', 'Consider the need'), role: 'reviewer' } },
    deadlines: {},
    actions: {
      turnIntoRequest: {
        ...decision,
        title: text('转为服务需求', 'Turn it into a service request'),
        done: text('已转为服务需求', 'Turned into a service request'),
        event: 'ANSWER_TURNED_INTO_REQUEST',
      },
      noteAnswer: {
        ...decision,
        title: text('登记备查', 'Note it'),
        done: text('已登记备查', 'Noted'),
        event: 'ANSWER_NOTED',
      },
      correctContact: correctContactBy([party('enterprise'), handling('reviewer')], matched.clause),
    },
  } as const;
}
