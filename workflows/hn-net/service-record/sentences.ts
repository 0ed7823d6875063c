/** What the timeline says of each action of a record (XC-05.3). */
import { evidenceGroups, evidenceKinds } from '../../../rules/hn-net/service-record.ts';
import { changed, entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { serviceRecord } from './contract.ts';

export const serviceRecordSentences: SentencesOf<typeof serviceRecord> = {
  recordPerformance: ({ performedOn }) => dayInWords(performedOn),
  uploadEvidence: ({ kind, format }, { after }) => {
    const { group, title } = evidenceKinds[kind];
    return parts(
      entry(evidenceGroups[group], title),
      text(`格式版本 ${format}`, `format version ${format}`),
      after.facts.groups[group].isLate ? text('逾期', 'late') : undefined,
    );
  },
  returnEvidence: ({ group, isNone }) =>
    parts(evidenceGroups[group], isNone ? text('不视为已上传', 'does not count as uploaded') : undefined),
  correctBasis: ({ group, to }, { before }) => {
    const was = before.facts.groups[group].basisOn;
    const day = dayInWords(to);
    return entry(evidenceGroups[group], was === null ? day : changed(dayInWords(was), day));
  },
  noteScore: ({ score }) => text(`${score} 分（满分 5 分）`, `${score} of 5`),
};
