import type { Transaction } from '../prisma/client.ts';
import { clauseOf, isSuppressed, type NoticeSpec } from '../rules/notices.ts';
import { entry, remarked } from '../rules/phrases.ts';
import { systemActor } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
import type { RecordedTransition } from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';
import { audienceInWords } from './audience-in-words.ts';
import type { CaseHead } from './commit.ts';
import { nobodyOf, rowsFor, type NoticeRow, type Requested } from './notice-rows.ts';
import { recipientsOf } from './recipients.ts';
import type { TimelineLine } from './timeline.ts';
import { withWordsOfForm } from './words-of-form.ts';

/**
 * The notices of a transition as rows of the outbox, one a recipient, and the lines that say so. A notice for which there is nobody has a
 * row all the same: its failure is what lets somebody look for whom to tell (XC-04.3).
 */
export async function planNotices(
  tx: Transaction,
  head: CaseHead,
  transition: RecordedTransition,
  specs: Readonly<Record<string, NoticeSpec>> = contracts[head.kind]?.notices ?? {},
): Promise<{ notices: NoticeRow[]; lines: TimelineLine[] }> {
  const rows: NoticeRow[] = [];
  const lines: TimelineLine[] = [];
  const { bodyId, region } = transition.state;
  const about = { ...head, bodyId, region };
  const audiences = await recipientsOf(
    tx,
    transition.notices.map(({ to }) => ({ about, to })),
  );
  const requests = await withWordsOfForm(tx, head.id, transition.notices);
  for (const [index, request] of requests.entries()) {
    const spec = specs[request.template];
    if (spec === undefined) throw new Error(`${head.kind} has no notice '${request.template}'.`);
    const clause = clauseOf(spec, { ...request.data, deadlines: request.deadlines });
    const audience = audiences[index] ?? [];
    const recipients = audience.filter((recipient) => !isSuppressed(spec, recipient));
    const requested: Requested = { head: about, request, spec, plannedAt: transition.at };
    const planned = rowsFor(requested, audience.length === 0 ? [nobodyOf(head)] : recipients);
    rows.push(...planned);
    lines.push({
      at: transition.at,
      revision: transition.revision,
      type: recipients.length === 0 ? 'NOTICE_WITHOUT_RECIPIENT' : 'NOTICE_PLANNED',
      actor: systemActor(spec.requirement),
      title: entry(
        text('通知', 'Notice'),
        remarked(spec.title, audienceInWords(contracts[head.kind], transition.state.parties, request.to)),
      ),
      detail: {
        template: request.template,
        key: request.key,
        notices: planned.map(({ id }) => id),
      },
      requirement: spec.requirement,
      ...(clause !== undefined && { clause }),
    });
  }
  // Who acts for two parties of a case is told once.
  return { notices: [...new Map(rows.map((row) => [row.id, row])).values()], lines };
}
