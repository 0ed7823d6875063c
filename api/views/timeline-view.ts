import { z } from 'zod';
import type { TimelineEvent } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { NOTICE_STATUSES } from '../../rules/notices.ts';
import { partyKind, type PartyKey } from '../../rules/parties/party.ts';
import { organisationsIn, withNamesOf } from '../../rules/parties/party-in-words.ts';
import { mayHaveArrived } from '../../rules/notices/may-have-arrived.ts';
import { remarked } from '../../rules/phrases.ts';
import { accountsOf, type Actor, type Covering } from '../../rules/roles.ts';
import { isStaffRole } from '../abilities.ts';
import { text, type Text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { doneTitle, hasLegalEffect, isKeptInside, type ProcessContract } from '../../workflows/engine/contract.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import type { Standing } from './case-scope.ts';
import { mayHaveArrivedSchema } from './notice-states.ts';
import { namesOfParties } from './party-names.ts';
import { namesOf } from './people.ts';
import type { FoundCase } from './read-case.ts';
import { actorTitle } from './role-titles.ts';

/** How a notice a line speaks of fares (XC-04.1): to its recipient, and whole to the body whose case it is. */
const deliverySchema = z.object({
  id: z.string(),
  template: z.string(),
  recipient: z.string().nullable(),
  address: z.string().meta({ description: 'E-mail address it goes to' }),
  subject: z.string().nullable(),
  status: z.enum(NOTICE_STATUSES),
  mayHaveArrived: mayHaveArrivedSchema,
  sentAt: instantSchema.nullable(),
  error: z.string().nullable(),
  response: z.string().nullable().meta({ description: 'What the mail server answered; for the body alone' }),
});

/** One line of the past. */
export const lineSchema = z
  .object({
    seq: z.int(),
    at: instantSchema,
    type: z.string(),
    title: textSchema.meta({
      description: 'What happened, with what result and why, in a sentence that stands by itself',
    }),
    actor: z.object({
      kind: z.enum(['person', 'system']),
      id: z.string(),
      role: z.string().meta({ description: 'The capacity: a role, or the name of a party of the case' }),
      title: textSchema,
      name: z.string().nullable(),
      covering: z
        .object({ id: z.string(), name: z.string().nullable(), lastDay: z.string(), rule: z.string() })
        .nullable()
        .meta({ description: 'In whose office it was done, until when and under which rule' }),
    }),
    detail: z.record(z.string(), z.unknown()).nullable(),
    clause: z.string().nullable(),
    requirement: z.string().nullable(),
    revision: z.int().nullable(),
    notices: z.array(deliverySchema).meta({ description: 'The notices that it is about, and how each fares' }),
    noticeStates: z
      .array(z.object({ status: z.enum(NOTICE_STATUSES), count: z.int() }))
      .meta({ description: 'How many of its notices are in which state, those of other people included' }),
    hash: z.string(),
  })
  .meta({ id: 'TimelineLine' });

/**
 * Lines that are told with another one: that a notice was sent stands on the line that planned it, and that its case heard of a failure on
 * that of the failure. They stay in the chain and in the bundle of the case.
 */
export const TOLD_ELSEWHERE = ['NOTICE_SENT', 'NOTICE_UNDELIVERABLE'];

/** {@link lineSchema} of rows, with what became of their notices and, for staff, the names of who acted. */
export async function lineViews(
  { database, contracts }: Pick<ApiContext, 'database' | 'contracts'>,
  { row: ofCase, standing }: FoundCase,
  rows: readonly TimelineEvent[],
  reader: Reader,
): Promise<z.infer<typeof lineSchema>[]> {
  const contract = contracts[ofCase.kind];
  const shown = rows.filter((row) => isShown(contract, row, { row: ofCase, standing }));
  const knowsNames = standing.roles.some(isStaffRole);
  // A party reads of other people's notices that they went out.
  const { seesAll } = standing;
  const notices = await database.notice.findMany({
    where: { id: { in: shown.flatMap(noticeIds) } },
    select: {
      id: true,
      audience: true,
      template: true,
      recipientName: true,
      recipientId: true,
      recipientEmail: true,
      subject: true,
      status: true,
      copies: true,
      sentAt: true,
      lastError: true,
      response: true,
    },
  });
  const names = await namesOf(database, knowsNames ? shown.flatMap(accountIds) : []);
  const told = seesAll ? await toldByName(database, ofCase, notices) : new Map<string, Text>();
  const organisations = await namesOfParties(database, [
    ...new Set(shown.flatMap((row) => organisationsOf(row, ofCase))),
  ]);
  return shown.map((row) => {
    const { kind, id, role, covering } = row.actor as unknown as Actor;
    const own = noticeIds(row);
    return {
      seq: row.seq,
      at: instantOf(row.at.getTime()),
      type: row.type,
      title: withNamesOf(remarked(titleOf(contract, row, standing, names), told.get(own[0] ?? '')), organisations),
      actor: {
        kind,
        id,
        role,
        title: inPlaceOf(actorTitle(contracts, contract, { kind, id, role }), covering, names),
        name: names.get(id) ?? null,
        covering: covering === undefined ? null : { ...covering, name: names.get(covering.id) ?? null },
      },
      // What people wrote to each other in the case is for the parties and the body, not for who only follows it.
      detail: standing.onlyFollows ? null : (row.detail as Record<string, unknown> | null),
      clause: row.clause,
      requirement: row.requirement,
      revision: row.revision,
      notices: notices
        .filter((notice) => own.includes(notice.id) && (seesAll || notice.recipientId === reader.person.id))
        .map((notice) => ({
          id: notice.id,
          template: notice.template,
          recipient: notice.recipientName,
          address: notice.recipientEmail,
          subject: notice.subject,
          status: notice.status as 'SENT',
          mayHaveArrived: mayHaveArrived(notice),
          sentAt: notice.sentAt === null ? null : instantOf(notice.sentAt.getTime()),
          error: seesAll ? notice.lastError : null,
          response: seesAll ? notice.response : null,
        })),
      noticeStates: statesOf(notices.filter((notice) => own.includes(notice.id))),
      hash: row.hash,
    };
  });
}

/**
 * The organisations and units that notices are for, by the id of the notice, where the line does not say which: the case has several such
 * parties, or it is none of them.
 */
async function toldByName(
  database: Database,
  { parties }: FoundCase['row'],
  notices: readonly { readonly id: string; readonly audience: unknown }[],
): Promise<ReadonlyMap<string, Text>> {
  const isAlone = (key: PartyKey) =>
    parties.some(({ party, name }) => party === key && parties.filter((one) => one.name === name).length === 1);
  const wanted = notices.flatMap(({ id, audience }) => {
    const { party } = audience as { party?: PartyKey };
    const isNamed = party !== undefined && ['ORGANISATION', 'UNIT'].includes(partyKind(party));
    return isNamed && !isAlone(party) ? [{ id, party }] : [];
  });
  const names = await namesOfParties(database, [...new Set(wanted.map(({ party }) => party))]);
  return new Map(wanted.flatMap(({ id, party }) => (names.has(party) ? [[id, names.get(party) as Text]] : [])));
}

/** The organisations that the sentence of a line names by their codes: parties of the case, and those that the line is about. What is typed as text names none. */
function organisationsOf({ title, detail }: TimelineEvent, { parties }: FoundCase['row']): PartyKey[] {
  const about = JSON.stringify(detail);
  return organisationsIn(title as unknown as Text).filter(
    (key) => parties.some(({ party }) => party === key) || about.includes(JSON.stringify(key)),
  );
}

/** What of a case decides who reads which of its lines. */
interface Told {
  readonly row: Pick<FoundCase['row'], 'state'>;
  readonly standing: Pick<Standing, 'roles' | 'seesAll' | 'onlyFollows'>;
}

/**
 * The inner working of the body (who holds which task, who prepares it, who votes how, internal targets) is not for those outside it, nor
 * is what its contract keeps inside for now (0060).
 */
export function isShown(
  contract: ProcessContract | undefined,
  { type, detail }: Pick<TimelineEvent, 'type' | 'detail'>,
  { row, standing: { roles, seesAll, onlyFollows } }: Told,
): boolean {
  const { deadline, action } = (detail ?? {}) as { deadline?: string; action?: string };
  if (onlyFollows && type === 'SIGNAL_REFUSED') return false;
  const internal = deadline !== undefined && !hasLegalEffect(contract, deadline);
  if (internal && !roles.includes('manager')) return false;
  const { template } = (detail ?? {}) as { template?: unknown };
  const isInternal = typeof template === 'string' && contract?.notices[template]?.internal === true;
  const isVote =
    type.startsWith('BALLOT_') || (action !== undefined && contract?.actions[action]?.ballot !== undefined);
  const facts = (row.state as unknown as RecordedState<Record<string, unknown>> | null)?.facts;
  const isInside = action !== undefined && contract !== undefined && isKeptInside(contract, action, facts);
  return seesAll || !(type.startsWith('TASK_') || isVote || isInternal || isInside);
}

/** The sentence of a line, with the name of whom it is about. Who only follows a case reads what was done and not what people wrote. */
function titleOf(
  contract: ProcessContract | undefined,
  { title, detail }: TimelineEvent,
  { onlyFollows }: Standing,
  names: ReadonlyMap<string, string>,
): Text {
  const { action } = (detail ?? {}) as { action?: string };
  const done = action === undefined ? undefined : contract?.actions[action];
  if (onlyFollows && done !== undefined) return doneTitle(done);
  return remarked(title as unknown as Text, names.get(givenTo(detail) ?? ''));
}

/** The capacity, with whose office it is where somebody else acts in it: "B, covering for A until D (rule R)". */
function inPlaceOf(capacity: Text, covering: Covering | undefined, names: ReadonlyMap<string, string>): Text {
  if (covering === undefined) return capacity;
  const { id, lastDay, rule } = covering;
  const absent = names.get(id);
  return text(
    `${capacity.zh}，代行${absent ?? '他人'}职务至 ${lastDay}（依据：${rule}）`,
    `${capacity.en}, covering for ${absent ?? 'somebody'} until ${lastDay} (under: ${rule})`,
  );
}

/** The accounts that a line speaks of: who acted, and to whom a task was given. */
function accountIds({ actor, detail }: TimelineEvent): string[] {
  const to = givenTo(detail);
  return [...accountsOf(actor as unknown as Actor), ...(to === undefined ? [] : [to])];
}

/** The account to which a task was given, or which was its delegate. */
function givenTo(detail: TimelineEvent['detail']): string | undefined {
  const { assigneeId, delegateId } = (detail ?? {}) as { assigneeId?: unknown; delegateId?: unknown };
  return [assigneeId, delegateId].find((id) => typeof id === 'string');
}

function statesOf(notices: readonly { readonly status: string }[]) {
  const statuses = NOTICE_STATUSES.map((status) => ({
    status,
    count: notices.filter((notice) => notice.status === status).length,
  }));
  return statuses.filter(({ count }) => count > 0);
}

function noticeIds({ detail }: TimelineEvent): string[] {
  const { notices, noticeId } = (detail ?? {}) as { notices?: unknown; noticeId?: unknown };
  const many: unknown[] = Array.isArray(notices) ? notices : [];
  return [...many, noticeId].filter((id) => typeof id === 'string');
}
