/** The data that an authority, a court or a consumer is supplied with, for those who hand them over (HN-NET-08.5, 21.4). */
import { z } from 'zod';
import { packageFields, type PackageFieldKey } from '../../../rules/hn-net/data-package.ts';
import { inLocale, text } from '../../../rules/text.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, epochMs } from '../../../rules/time/index.ts';
import type { LoggedRelease } from '../../../workflows/hn-net/data-release.ts';
import { inert } from '../../exports/inert.ts';
import { sendTable, tableFormat } from '../../exports/send-table.ts';
import { route } from '../../http/route.ts';
import { idSchema } from '../../http/schemas.ts';
import { packageOf } from '../views/data-package.ts';

/**
 * The latest package that a case has released, as a table: exactly the fields that were chosen, as the records had them then. For the staff
 * of the body that handles the case alone; each time stands in the audit log with recipient and legal basis.
 */
export const takeDataPackage = route({
  method: 'get',
  path: '/api/hn-net/data-packages/{id}',
  ability: 'case.handle',
  trail: { in: 'audit', writes: ['DATA_PACKAGE_TAKEN'] },
  tag: 'cases',
  summary: text('调取答复来函的资料', 'Take the data package that a case has released'),
  requirement: 'HN-NET-08.5, 21.4',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ format: tableFormat }),
  refuses: ['NOT_FOUND', 'CONDITION_NOT_MET'],
  answers: { 200: { description: 'The table', mediaType: '*/*' } },
  async handle({ context: { database, log }, reader, params: { id }, query: { format }, now, audit, response }) {
    const row = await database.case.findUnique({ where: { id }, include: { parties: true } });
    // Who does not handle it does not hear that there is such a request.
    if (row === null || !reader.person.offices.some(({ bodyId }) => bodyId === row.bodyId)) {
      refuse(
        'NOT_FOUND',
        '没有这个案件，或者不由您的单位承办。',
        'There is no such case, or your body does not handle it.',
      );
    }
    const { provider, release } = releasedIn(row);
    const { fields, basis, recipient, releasedAt } = release;
    const lines = await packageOf(database, provider, fields as PackageFieldKey[], new Date(epochMs(releasedAt)));
    await database.$transaction((tx) =>
      audit(tx, {
        action: 'DATA_PACKAGE_TAKEN',
        object: { kind: 'case', id },
        after: { format, fields, recipient, basis, releasedAt, lines: lines.length },
      }),
    );
    const { locale } = reader;
    const heads = [text('资料', 'Data'), text('项目', 'Of'), text('内容', 'Content')];
    await sendTable(response, log, {
      format,
      file: `data-package-${dayOf(now)}`,
      sheet: inLocale(text('资料', 'Data'), locale),
      columns: heads.map((head) => inLocale(head, locale)),
      rows: lines.map(({ field, of, value }) => [inLocale(packageFields[field].title, locale), of, value].map(inert)),
    });
    return { status: 200, begun: true };
  },
});

/** Of a case, what says what it has released. */
interface ReleasingCase {
  readonly kind: string;
  readonly subject: string;
  readonly state: unknown;
  readonly parties: readonly { readonly name: string; readonly party: string }[];
}

/** @throws Refusal CONDITION_NOT_MET if the case has released nothing */
function releasedIn(row: ReleasingCase): { readonly provider: string; readonly release: LoggedRelease } {
  const { facts = {} } = (row.state ?? {}) as {
    readonly facts?: { readonly release?: LoggedRelease | null; readonly releases?: readonly LoggedRelease[] };
  };
  const release = row.kind === 'mediation' ? facts.releases?.at(-1) : facts.release;
  const provider = row.kind === 'mediation' ? row.parties.find(({ name }) => name === 'provider')?.party : row.subject;
  if ((row.kind === 'mediation' || row.kind === 'authorityRequest') && release != null && provider !== undefined) {
    return { provider, release };
  }
  return refuse('CONDITION_NOT_MET', '本案没有决定提供资料。', 'The case has released no data.');
}
