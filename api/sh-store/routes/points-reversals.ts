import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.ts';
import { takeBackPoints } from '../../../prisma/sh-store/take-back-points.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { refersTo, titled } from '../../../workflows/engine/titled.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { tellStores } from '../facts/tell-stores.ts';
import { idSchema, line, paragraphs } from '../../http/schemas.ts';
import { route } from '../../http/route.ts';
import { refuseOwnInterest } from '../../views/own-interests.ts';
import { findStore } from '../views/store-scope.ts';

/** Takes points back, e.g. for brushing or splitting: a line of its own with the reason; the original remains (SH-EVAL-10.18). */
export const reversePointsEntry = route({
  method: 'post',
  path: '/api/points/reversals',
  ability: 'points.reverse',
  trail: { in: 'audit', writes: ['POINTS_REVERSED'] },
  tag: 'stores',
  summary: text('冲回积分', 'Take points back'),
  requirement: 'SH-EVAL-10.18, SH-STORE-08.8, 07.12',
  isAct: true,
  body: z.strictObject({
    storeId: titled(refersTo(idSchema, 'store'), '店铺', 'Store'),
    eventKeys: titled(
      z.array(line(200)).min(1).max(200),
      '冲回的积分记录',
      'Lines to take back',
      text('积分明细中的各行。', 'Lines of the ledger, each by its `eventKey`.'),
    ),
    reason: titled(paragraphs(1000), '冲回理由', 'Why they are taken back'),
    caseId: titled(
      refersTo(idSchema.optional(), 'case'),
      '依据的案件',
      'The case that found it',
      text('该店铺的案件；没有可不填。', 'A case of this store; left out if there is none.'),
    ),
  }),
  refuses: ['NOT_FOUND', 'NOT_ALLOWED', 'OUT_OF_SCOPE', 'CONFLICT_OF_INTEREST', 'ALREADY_DONE', 'UNAVAILABLE'],
  answers: {
    201: { description: 'What was taken back', schema: z.object({ reversed: z.array(z.string()), points: z.int() }) },
  },
  async handle({ context, reader, access, body, now, once, key, audit }) {
    const { storeId, eventKeys, reason, caseId } = body;
    const { applicationCaseId, creditCode } = await findStore(context, storeId, access);
    refuseOwnInterest(reader.person, [creditCode]);
    const reply = await context.database.$transaction(async (tx) => {
      if (caseId !== undefined) await requireCaseOf(tx, { storeId, applicationCaseId }, caseId);
      const { missing, reversals } = await takeBackPoints(
        tx,
        storeId,
        { eventKeys },
        { eventId: `reversal:${reader.person.id}:${key}`, reason: text(reason, reason), ...(caseId && { caseId }) },
        now,
      );
      if (missing.length > 0) {
        refuse(
          'INVALID_INPUT',
          `没有这些积分记录：${missing.join('、')}。`,
          `There are no such lines to take back: ${missing.join(', ')}.`,
          { field: 'eventKeys', facts: { missing } },
        );
      }
      if (reversals.length === 0)
        refuse('ALREADY_DONE', '这些积分已经冲回。', 'These points have been taken back already.');
      const done = {
        status: 201,
        body: {
          reversed: reversals.flatMap(({ reverses }) => reverses ?? []),
          points: reversals.reduce((sum, { points }) => sum + points, 0),
        },
      };
      await audit(tx, {
        action: 'POINTS_REVERSED',
        object: { kind: 'store', id: storeId },
        after: { ...done.body, ...(caseId !== undefined && { caseId }) },
        reason,
      });
      await once.settle(tx, done.status, done.body);
      return done;
    });
    await tellStores(context, [storeId]);
    return reply;
  },
});

/** The ledger is never corrected, so it must not cite a case that is not there or about something else. */
async function requireCaseOf(
  tx: Transaction,
  { storeId, applicationCaseId }: { storeId: string; applicationCaseId: string },
  caseId: string,
): Promise<void> {
  const found = await tx.case.findFirst({
    where: { id: caseId, OR: [{ about: storeReference(storeId) }, { id: applicationCaseId }] },
    select: { id: true },
  });
  if (found === null)
    refuse('INVALID_INPUT', '该店铺没有这个案件。', 'There is no such case of this store.', { field: 'caseId' });
}
