import type { Transaction } from '../../../prisma/client.ts';
import { fileForm } from '../../../prisma/file-form.ts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { regionCovers } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import {
  invitationReasons,
  type StoreInvitationOpening,
} from '../../../workflows/sh-store/store-invitation/contract.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { titled } from '../../../workflows/engine/titled.ts';
import { forSchema, officeFor } from '../../acting-for.ts';
import { bodyTitle } from '../../bodies.ts';
import { institutionSchema } from '../filing/schema.ts';
import { refuseBarred } from '../filing/support.ts';
import { paragraphs } from '../../http/schemas.ts';
import { locales } from '../../../rules/locales.ts';
import { refuseOwnInterest } from '../../views/own-interests.ts';
import { route } from '../../http/route.ts';
import { settled } from '../../views/settled.ts';

/** Whom the centre invites, and why. */
export const invitationSchema = z.strictObject({
  institution: titled(institutionSchema.partial({ contactPhone: true }), '机构信息', 'Institution'),
  reasons: titled(z.array(choice(invitationReasons)).min(1).max(3), '邀约理由', 'Why it is invited'),
  note: titled(
    paragraphs(2000).optional(),
    '邀约内容',
    'Words to the institution',
    text('原文告知该机构。', 'Told to the institution, as it is written.'),
  ),
  locale: titled(
    choice(locales).optional(),
    '通知语言',
    'Language of notices',
    text(
      '联系人所用的语言；不填则为该机构账户的语言，没有账户的用中文。',
      'Language in which the contact reads; without it that of an account of the institution, or Chinese.',
    ),
  ),
  for: forSchema,
});

/** Invites an institution to open a store (SH-STORE-02.3, 02.4). */
export const createInvitation = route({
  method: 'post',
  path: '/api/invitations',
  ability: 'invitation.make',
  trail: { in: 'timeline' },
  tag: 'applications',
  summary: text('主动邀约', 'Invite an institution'),
  requirement: 'SH-STORE-02.3, 02.4',
  isAct: true,
  body: invitationSchema,
  refuses: ['OUT_OF_SCOPE', 'CONFLICT_OF_INTEREST', 'BARRED', 'ALREADY_OPEN', 'UNAVAILABLE'],
  answers: { 201: { description: 'The invitation is recorded and mailed', schema: z.object({ caseId: z.string() }) } },
  async handle({ context, reader, access, body, now, once }) {
    const { institution, reasons, note, locale } = body;
    const { creditCode, region, name } = institution;
    const covering = access.filter(({ office }) => regionCovers(office.region, region));
    const { bodyId } = covering.length === 0 ? {} : officeFor(covering, body.for);
    if (bodyId === undefined) {
      return refuse('OUT_OF_SCOPE', '该机构不在您的区域范围内。', 'The institution is outside your region.', {
        field: 'institution.region',
      });
    }
    refuseOwnInterest(reader.person, [creditCode]);
    const id = `inv-${randomUUID()}`;
    const opening: StoreInvitationOpening = {
      reasons: [...new Set(reasons)],
      inviter: bodyTitle(bodyId),
      ...(note !== undefined && { note }),
    };
    await context.database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`institution:${creditCode}`}, 0))`;
      await refuseBarred(tx, creditCode, dayOf(now));
      const open = await tx.case.findFirst({
        where: { kind: 'storeInvitation', subject: creditCode, closedAt: null },
        select: { id: true },
      });
      if (open !== null) {
        refuse('ALREADY_OPEN', '该机构已有一份未答复的邀约。', 'An invitation of this institution is open already.', {
          facts: { caseId: open.id },
        });
      }
      await context.gateway.openCase(tx, {
        id,
        kind: 'storeInvitation',
        subject: creditCode,
        title: name,
        bodyId,
        region,
        openedById: reader.person.id,
        openedAt: now,
        priority: 0,
        parties: {},
        opening,
      });
      const data = {
        institution,
        reasons,
        locale: locale ?? (await localeKnown(tx, creditCode)) ?? 'zh-CN',
        ...(note !== undefined && { note }),
      };
      await fileForm(tx, { caseId: id, version: 1, data, filedById: reader.person.id, filedAt: now });
      await once.settle(tx, 201, { caseId: id });
    });
    await settled(context, id);
    return { status: 201, body: { caseId: id }, headers: { Location: `/api/cases/${id}` } };
  },
});

/** The language of the account that acts for an institution, if it has one. */
async function localeKnown(tx: Transaction, creditCode: string): Promise<string | undefined> {
  const account = await tx.user.findFirst({
    where: { disabledAt: null, offices: { some: { party: creditCode } } },
    orderBy: { createdAt: 'asc' },
    select: { locale: true },
  });
  return account?.locale;
}
