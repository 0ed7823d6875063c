/** The notices of surveys of needs and of answers, and what they are told with. */
import { adverse, asksFor, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { SurveyTerms } from './terms.ts';

/** The notices of a survey under these terms, all to who collects. */
export function surveyNotices({ clauses, requirements }: Pick<SurveyTerms, 'clauses' | 'requirements'>) {
  return {
    /** `deadlines[0]`: the last day of the collection. */
    surveyAsked: asksFor(
      'completeSurvey',
      sentWhile(
        notice<{ readonly topic: string; readonly until: Day; readonly askedAt: Instant }>(
          requirements.surveyed,
          '请开展服务需求调查',
          'Please survey the needs of enterprises',
          clauses.survey,
        ),
        { deadlines: 'open' },
      ),
    ),
    surveyOverdue: asksFor(
      'completeSurvey',
      adverse(
        sentWhile(
          notice<{ readonly topic: string; readonly until: Day }>(
            requirements.surveyed,
            '服务需求调查逾期未报送',
            'A survey of needs is overdue',
            clauses.survey,
          ),
          { stages: ['OVERDUE'] },
        ),
      ),
    ),
    /** To the organiser: every part has come in. */
    partsComplete: sentWhile(
      notice<{
        readonly topic: string;
        readonly parts: number;
        readonly late: number;
        readonly answers: number;
      }>(requirements.surveyed, '各单位的需求调查均已报送', 'Every part of the survey has come in', clauses.survey),
      { tasks: ['summarise'] },
    ),
    surveyCancelled: notice<{ readonly topic: string; readonly reason: Phrase; readonly cancelledAt: Instant }>(
      requirements.surveyed,
      '服务需求调查已取消',
      'The survey of needs was cancelled',
      clauses.survey,
    ),
  };
}

/** The notices of an answer under these terms: to who gave it. */
export function answerNotices({ clauses, requirements }: Pick<SurveyTerms, 'clauses' | 'requirements'>) {
  return {
    answerNoted: notice<{ readonly category: Text; readonly reason: Phrase; readonly notedAt: Instant }>(
      requirements.matched,
      '服务需求已登记备查',
      'Your need has been noted',
      clauses.matching,
    ),
  };
}
