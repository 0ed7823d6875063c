/** What the timeline says of a deletion (XC-05.3): figures alone, never what was in the records. */
import { heldInWords, lastCopyUntil } from '../../../rules/hn-net/retention.ts';
import { parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { DeletionReading } from '../words.ts';
import type { dataDeletion } from './contract.ts';

export const dataDeletionSentences: SentencesOf<typeof dataDeletion> = {
  reckonDeletion: (_input, { reading }) => reckonedInWords(reading),
  confirmDeletion: (_input, { reading }) => reckonedInWords(reading),
  deletionCarriedOut: ({ cases, files }) =>
    text(`已删除 ${cases} 件的记录和文件 ${files} 个`, `records of ${cases} cases and ${files} files deleted`),
};

function reckonedInWords(reading: DeletionReading): Text {
  const { all, due, held, asOf, copies } = reading;
  const kept = heldInWords(held);
  const until = lastCopyUntil(copies);
  return parts(
    text(`截至 ${asOf} 可删除 ${all} 件中的 ${due} 件`, `as of ${asOf} ${due} of ${all} cases may be deleted`),
    kept.zh === '' ? undefined : text(`保留：${kept.zh}`, `kept: ${kept.en}`),
    until === null
      ? text('没有登记的备份', 'no backups are on record')
      : text(
          `备份 ${copies.length} 份，最迟保存至 ${momentInWords(until).zh}`,
          `${copies.length} backups, the last of which is kept until ${momentInWords(until).en}`,
        ),
  );
}
