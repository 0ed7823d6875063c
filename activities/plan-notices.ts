import type { Transaction } from '../prisma/client.ts';
import { signersAt } from '../prisma/signers.ts';
import { clauseOf, isSuppressed, type NoticeSpec, type Signer } from '../rules/notices.ts';
import { entry, remarked } from '../rules/phrases.ts';
import { systemActor } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
import type { NoticeRequest, RecordedTransition } from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';
import { audienceInWords } from './audience-in-words.ts';
import type { CaseHead, Written } from './case-head.ts';
import { nobodyOf, rowsFor, type NoticeRow } from './notice-rows.ts';
import {
  channelAsRecipient,
  channelsAt,
  channelsFor,
  staffRoleOf,
  type ChannelAt,
} from './notices/webhook/channels.ts';
import { recipientsOf, type Recipient } from './recipients.ts';
import type { TimelineLine } from './timeline.ts';
import { withWordsOfForm } from './words-of-form.ts';

/** Notices of a transition, as rows of the outbox, and the lines that say so. */
export interface PlannedNotices {
  readonly notices: NoticeRow[];
  readonly lines: TimelineLine[];
}

/**
 * The notices of each transition, one row a recipient. A notice for which there is nobody has a row all the same: its failure is what lets
 * somebody look for whom to tell (XC-04.3).
 * @param specsOf the notices that a kind of case has; those of its contract unless given
 */
export async function planNotices(
  tx: Transaction,
  written: readonly Written[],
  specsOf: (kind: string) => Readonly<Record<string, NoticeSpec>> = (kind) => contracts[kind]?.notices ?? {},
): Promise<PlannedNotices[]> {
  const abouts = written.map(({ head, transition: { state } }) => ({
    ...head,
    bodyId: state.bodyId,
    region: state.region,
  }));
  const asked = written.flatMap(({ transition }, nth) =>
    transition.notices.map(({ to }) => ({ about: abouts[nth] as CaseHead, to })),
  );
  const audiences = (await recipientsOf(tx, asked)).values();
  const ofStaff = asked.filter(({ to }) => staffRoleOf(to) !== undefined);
  const channels = await channelsAt(
    tx,
    ofStaff.map(({ about }) => about.bodyId),
  );
  const signerAt = await signersAt(tx, asked.length === 0 ? [] : abouts);
  const planned: PlannedNotices[] = [];
  for (const [nth, { head, transition }] of written.entries()) {
    const requests = await withWordsOfForm(tx, head.id, transition.notices);
    const requested = requests.map((request) => ({ request, audience: audiences.next().value ?? [] }));
    const about = abouts[nth] as CaseHead;
    planned.push(plan(about, transition, requested, specsOf(head.kind), channels, signerAt(about)));
  }
  return planned;
}

function plan(
  about: CaseHead,
  transition: RecordedTransition,
  requested: readonly { readonly request: NoticeRequest; readonly audience: readonly Recipient[] }[],
  specs: Readonly<Record<string, NoticeSpec>>,
  channels: readonly ChannelAt[],
  signedBy: Signer | undefined,
): PlannedNotices {
  const rows: NoticeRow[] = [];
  const lines: TimelineLine[] = [];
  for (const { request, audience } of requested) {
    const spec = specs[request.template];
    if (spec === undefined) throw new Error(`${about.kind} has no notice '${request.template}'.`);
    const clause = clauseOf(spec, { ...request.data, deadlines: request.deadlines });
    const recipients = audience.filter((recipient) => !isSuppressed(spec, recipient));
    const rowsOf = rowsFor(
      { head: about, signedBy, state: transition.state, request, spec, plannedAt: transition.at },
      audience.length === 0 ? [nobodyOf(about, request.to)] : recipients,
      channelsFor(channels, about.bodyId, request.to).map(channelAsRecipient),
    );
    rows.push(...rowsOf);
    lines.push({
      at: transition.at,
      revision: transition.revision,
      type: recipients.length === 0 ? 'NOTICE_WITHOUT_RECIPIENT' : 'NOTICE_PLANNED',
      actor: systemActor(spec.requirement),
      title: entry(
        text('通知', 'Notice'),
        remarked(spec.title, audienceInWords(contracts[about.kind], transition.state.parties, request.to)),
      ),
      detail: {
        template: request.template,
        key: request.key,
        notices: rowsOf.map(({ id }) => id),
      },
      requirement: spec.requirement,
      ...(clause !== undefined && { clause }),
    });
  }
  // Who acts for two parties of a case is told once.
  return { notices: [...new Map(rows.map((row) => [row.id, row])).values()], lines };
}
