/** What is counted of the members of the network (AH-EVAL-02, 05.1). */
import type { AhWrites } from '../../workflows/ah/words.ts';
import type { RecordWriter } from '../records.ts';

/** One row a thing that is counted and a case; written again by the case it is counted as it now stands. */
export const writeFigure: RecordWriter<AhWrites['figure']> = async (tx, { id: caseId }, { at }, counted) => {
  const { party, figure, key } = counted;
  const row = { ...counted, caseId, changedAt: new Date(at) };
  await tx.networkFigure.upsert({
    where: { party_figure_key_caseId: { party, figure, key, caseId } },
    create: row,
    update: row,
    select: { key: true },
  });
};
