/** What the timeline says of a deletion (XC-05.3): figures alone, never what was in the records. */
import { heldInWords, lastCopyUntil } from '../../../rules/hn-net/retention.ts';
import { parts } from '../../../rules/phrases.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { dayInWords, momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { DeletionReading } from '../words.ts';
import type { dataDeletion } from './contract.ts';

export const dataDeletionSentences: SentencesOf<typeof dataDeletion> = {
  reckonDeletion: (_input, { reading }) => reckonedInWords(reading),
  confirmDeletion: (_input, { reading }) => reckonedInWords(reading),
  deletionCarriedOut: ({ cases, files }) =>
    text(
      `已删除 ${cases} 件的记录和文件 ${files} 个`,
      `records of ${counted(cases, 'case')} and ${counted(files, 'file')} deleted`,
    ),
};

function reckonedInWords(reading: DeletionReading): Text {
  const { all, due, held, asOf, copies } = reading;
  const kept = heldInWords(held);
  const until = lastCopyUntil(copies);
  const day = dayInWords(asOf);
  return parts(
    text(
      `截至${day.zh}可删除 ${all} 件中的 ${due} 件`,
      `as of ${day.en}, ${due} of ${counted(all, 'case')} may be deleted`,
    ),
    kept.zh === '' ? undefined : text(`保留：${kept.zh}`, `kept: ${kept.en}`),
    until === null
      ? text('没有登记的备份', 'no backups are on record')
      : text(
          `备份 ${copies.length} 份，最迟保存至 ${momentInWords(until).zh}`,
          `${counted(copies.length, 'backup')}, the last of which is kept until ${momentInWords(until).en}`,
        ),
  );
}
