/** What surveys of needs and the answers to them remember in every regime. */
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Body } from '../../../rules/roles.ts';
import type { Day } from '../../../rules/time/index.ts';
import type { ContactInput } from '../../engine/contact.ts';

/** Who is to collect, and the body that handles its part. */
export interface Collector {
  readonly party: PartyKey;
  readonly body: Body;
}

export interface SurveyOpening {
  /** What is asked about, in a line; the questions stand in the form. */
  readonly topic: string;
  /** Last day of the collection, Asia/Shanghai, to its 24:00. */
  readonly until: Day;
  /** Id of the survey that this one is a part of; null for one that stands by itself or has the parts. */
  readonly partOf: string | null;
  /** Who is to collect beside the organiser: each gets a part of its own. */
  readonly collectors: readonly Collector[];
}

/** Answers counted, all in all and by category, and the requests that they were turned into. */
export interface AnswerFigures {
  readonly answers: number;
  readonly requests: number;
  readonly byCategory: Readonly<Record<string, number>>;
}

/** The parts of a survey as they have come in. */
export interface PartFigures extends AnswerFigures {
  /** How many were asked for, came in, and of these came after the last day. */
  readonly asked: number;
  readonly completed: number;
  readonly late: number;
}

export interface SurveyFacts extends Omit<SurveyOpening, 'collectors'>, AnswerFigures {
  answers: number;
  requests: number;
  byCategory: Readonly<Record<string, number>>;
  /** What its parts have reported; all zero where it has none. */
  parts: PartFigures;
  completedOn: Day | null;
  /** True from the end of the last day on, if it was not completed by then; never false again. */
  late: boolean;
}

export interface SurveyInputs {
  readonly completeSurvey: {
    readonly summary: string;
    readonly products?: readonly string[];
    readonly fileIds: readonly string[];
  };
  readonly cancelSurvey: { readonly reason: string };
  readonly answerReceived: { readonly category: string };
  readonly answerTurned: { readonly answerCaseId: string };
  readonly partCompleted: AnswerFigures & { readonly late: boolean };
  readonly surveyEnded: { readonly reason: string };
}

/** What an answer begins with; the need and whom to reach stand in its form alone. */
export interface AnswerOpening {
  /** Id of the survey that it answers. */
  readonly survey: string;
  readonly category: string;
}

export interface AnswerFacts extends AnswerOpening {
  /** The case that the need was turned into; null while it was not. */
  requestCaseId: string | null;
}

export interface AnswerInputs {
  readonly correctContact: ContactInput;
  readonly turnIntoRequest: { readonly note?: string | undefined };
  readonly noteAnswer: { readonly reason: string };
}

export const noAnswers: AnswerFigures = { answers: 0, requests: 0, byCategory: {} };

/** The figures of a survey with those of its parts. */
export function allAnswers({ parts, ...own }: Pick<SurveyFacts, keyof AnswerFigures | 'parts'>): AnswerFigures {
  return addAnswers(own, parts);
}

/** Two figures together. */
export function addAnswers(one: AnswerFigures, other: AnswerFigures): AnswerFigures {
  const codes = [...new Set([one, other].flatMap(({ byCategory }) => Object.keys(byCategory)))];
  const of = ({ byCategory }: AnswerFigures, code: string) => byCategory[code] ?? 0;
  return {
    answers: one.answers + other.answers,
    requests: one.requests + other.requests,
    byCategory: Object.fromEntries(codes.map((code) => [code, of(one, code) + of(other, code)])),
  };
}
