import type { Instant } from '../../rules/time/index.ts';
import type { Reach } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from '../reader.ts';
import { requireWithin } from './case-scope.ts';
import { caseView, type CaseRow, type CaseSeen } from './case-view.ts';

/**
 * The row of a case the reader may see, with what the view of it needs.
 * @throws Refusal NOT_FOUND, OUT_OF_SCOPE
 */
export async function findCase({ database }: ApiContext, id: string, reader: Reader, reach: Reach): Promise<CaseRow> {
  const row = await database.case.findUnique({
    where: { id },
    include: {
      deadlines: { orderBy: [{ startedAt: 'asc' }, { name: 'asc' }, { entry: 'asc' }] },
      tasks: { orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] },
      forms: { orderBy: { version: 'desc' } },
    },
  });
  return requireWithin(reach, reader, row);
}

/** The case as it stands now for this reader. */
export async function readCase(
  context: ApiContext,
  id: string,
  reader: Reader,
  reach: Reach,
  now: Instant,
): Promise<CaseSeen> {
  return caseView(context, await findCase(context, id, reader, reach), reader, reach, now);
}
