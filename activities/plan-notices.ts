import { createHash } from 'node:crypto';
import type { Transaction } from '../prisma/client.ts';
import { noticeKey } from '../prisma/notice-key.ts';
import { clauseOf, isSuppressed, type Channel, type NoticeCommon, type NoticeSpec } from '../rules/notices.ts';
import { contactKey, partyId, partyKind } from '../rules/parties/party.ts';
import { actsFor, isOfBody, type Office } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
import type { Instant } from '../rules/time/index.ts';
import type { Audience, NoticeRequest, RecordedTransition } from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';
import { officeOf } from '../prisma/create-account.ts';
import type { CaseHead } from './commit.ts';
import type { TimelineLine } from './timeline.ts';

interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly refusesCommercialMail: boolean;
}

/** A row of the outbox as it is planned. */
export interface NoticeRow {
  readonly id: string;
  readonly caseId: string;
  /** Unique within the case. */
  readonly key: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly requirement: string;
  readonly channel: Channel;
  readonly locale: string;
  readonly recipientId: string | null;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly data: object;
  readonly plannedAt: Instant;
}

/**
 * The notices of a transition as rows of the outbox, one a recipient, and the lines that say so. The names of parties and recipients
 * come from the records; the case knows ids alone.
 */
export async function planNotices(
  tx: Transaction,
  head: CaseHead,
  transition: RecordedTransition,
  specs: Readonly<Record<string, NoticeSpec>> = contracts[head.kind]?.notices ?? {},
): Promise<{ notices: NoticeRow[]; lines: TimelineLine[] }> {
  const rows: NoticeRow[] = [];
  const lines: TimelineLine[] = [];
  const accounts = await findAccounts(tx, transition);
  for (const request of transition.notices) {
    const spec = specs[request.template];
    if (spec === undefined) throw new Error(`${head.kind} has no notice '${request.template}'.`);
    const clause = clauseOf(spec, { ...request.data, deadlines: request.deadlines });
    const audience = await recipientsOf(tx, transition, request.to, accounts);
    const recipients = audience.filter((recipient) => !isSuppressed(spec, recipient));
    const planned = recipients.flatMap((recipient) =>
      spec.channels.map((channel) => rowOf(head, transition, request, spec, recipient, channel)),
    );
    rows.push(...planned);
    lines.push({
      at: transition.at,
      revision: transition.revision,
      type: recipients.length === 0 ? 'NOTICE_WITHOUT_RECIPIENT' : 'NOTICE_PLANNED',
      actor: { kind: 'system', id: spec.requirement, role: 'system' },
      title: text(`通知：${spec.title.zh}`, `Notice: ${spec.title.en}`),
      detail: {
        template: request.template,
        key: request.key,
        notices: planned.map(({ id }) => id),
      },
      requirement: spec.requirement,
      ...(clause !== undefined && { clause }),
    });
  }
  return { notices: rows, lines };
}

/** Every account that the notices of a transition may go to, in one look. */
async function findAccounts(tx: Transaction, { notices, state }: RecordedTransition) {
  const ids = notices.flatMap(({ to }) => ('user' in to ? to.user : []));
  const roles = notices.flatMap(({ to }) => ('role' in to ? to.role : []));
  const keys = notices.flatMap(({ to }) => ('party' in to ? to.party : []));
  if (ids.length + roles.length + keys.length === 0) return [];
  const units = keys.filter((key) => partyKind(key) === 'UNIT').map(partyId);
  const rows = await tx.user.findMany({
    where: {
      OR: [
        { id: { in: ids } },
        {
          disabledAt: null,
          offices: {
            some: {
              OR: [{ role: { in: roles }, bodyId: state.bodyId }, { party: { in: keys } }, { bodyId: { in: units } }],
            },
          },
        },
      ],
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      disabledAt: true,
      refusesCommercialMail: true,
      offices: { select: { role: true, bodyId: true, region: true, party: true } },
    },
  });
  return rows.map(({ offices, ...account }) => ({ ...account, offices: offices.map(officeOf) }));
}

type Accounts = Awaited<ReturnType<typeof findAccounts>>;

async function recipientsOf(
  tx: Transaction,
  { caseId, state }: RecordedTransition,
  to: Audience,
  accounts: Accounts,
): Promise<readonly Recipient[]> {
  if ('contact' in to) return contactOf(tx, caseId);
  if ('user' in to) return accounts.filter(({ id }) => id === to.user);
  const inUse = accounts.filter(({ disabledAt }) => disabledAt === null);
  if ('role' in to) return inUse.filter(holds((office) => office.role === to.role && isOfBody(office, state)));
  if (partyKind(to.party) === 'CONTACT') return contactById(tx, partyId(to.party));
  return inUse.filter(holds((office) => to.roles.includes(office.role) && actsFor(office, to.party)));
}

/** Whether an account holds an office that fits. */
function holds(fits: (office: Office) => boolean) {
  return ({ offices }: { readonly offices: readonly Office[] }) => offices.some(fits);
}

/** Somebody without an account, whose address was verified. */
async function contactById(tx: Transaction, id: string): Promise<Recipient[]> {
  const contact = await tx.contact.findUnique({ where: { id } });
  if (contact === null) return [];
  const { name, email, locale } = contact;
  return [{ id: contactKey(id), name, email, locale, refusesCommercialMail: false }];
}

/** The contact of the form that was filed last; an institution that is invited has no account yet. */
async function contactOf(tx: Transaction, caseId: string): Promise<Recipient[]> {
  const form = await tx.form.findFirst({ where: { caseId }, orderBy: { version: 'desc' }, select: { data: true } });
  const institution = (form?.data as { institution?: { contactName?: string; contactEmail?: string } } | undefined)
    ?.institution;
  if (institution?.contactEmail === undefined) return [];
  const { contactName, contactEmail } = institution;
  return [
    {
      id: `contact:${contactEmail}`,
      name: contactName ?? contactEmail,
      email: contactEmail,
      locale: 'zh-CN',
      refusesCommercialMail: false,
    },
  ];
}

function noticeId(caseId: string, key: string): string {
  return `ntc-${createHash('sha256').update(`${caseId}\n${key}`).digest('hex').slice(0, 24)}`;
}

function rowOf(
  head: CaseHead,
  transition: RecordedTransition,
  request: NoticeRequest,
  spec: NoticeSpec,
  recipient: Recipient,
  channel: Channel,
): NoticeRow {
  const key = noticeKey(request.key, recipient.id, channel);
  const id = noticeId(head.id, key);
  const common: NoticeCommon = {
    caseId: head.id,
    caseNumber: head.number,
    caseKind: head.kind,
    institution: head.title,
    caseUrlPath: `/cases/${head.id}`,
    plannedAt: transition.at,
    deadlines: request.deadlines,
  };
  return {
    id,
    caseId: head.id,
    key,
    template: request.template,
    templateVersion: spec.version,
    requirement: spec.requirement,
    channel,
    locale: recipient.locale,
    recipientId: recipient.id.startsWith('contact:') ? null : recipient.id,
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    data: { ...request.data, ...common },
    plannedAt: transition.at,
  };
}
