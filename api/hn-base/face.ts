/** The doors of the regime beside its processes. */
import { declarationCall } from '../../rules/hn-base/clauses.ts';
import { declarationInterpretations } from '../../rules/hn-base/interpretations.ts';
import { titleStatuses } from '../../rules/hn-base/title.ts';
import { text } from '../../rules/text.ts';
import { registers } from '../../workflows/hn-base/words.ts';
import type { RegimeFace } from '../regimes.ts';
import { caseReferables } from './case-referables.ts';
import { exportCallRanking, getCallRanking, getRecommendedBases } from './routes/call-ranking.ts';

export const face: RegimeFace = {
  law: { texts: [declarationCall], interpretations: declarationInterpretations, grounds: [] },
  routes: [getCallRanking, exportCallRanking, getRecommendedBases],
  caseReferables,
  publicRegisters: {
    [registers.calls]: {
      title: text('示范基地申报通知', 'Calls for declarations of bases'),
      statuses: { OPEN: text('受理申报', 'Open for declarations'), CLOSED: text('停止受理', 'Closed') },
    },
    [registers.titles]: {
      title: text('国家小型微型企业创业创新示范基地', 'National demonstration bases'),
      statuses: titleStatuses,
    },
  },
};
