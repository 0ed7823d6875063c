import type { Instant } from '../../rules/time/index.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from '../reader.ts';
import { requireWithin, type Standing } from './case-scope.ts';
import { caseView, type CaseRow, type CaseSeen } from './case-view.ts';

/** A case that a reader may see, and how they stand to it. */
export interface FoundCase {
  readonly row: CaseRow;
  readonly standing: Standing;
}

/**
 * The row of a case the reader may see, with what the view of it needs.
 * @throws Refusal NOT_FOUND, OUT_OF_SCOPE
 */
export async function findCase({ database }: ApiContext, id: string, access: Access): Promise<FoundCase> {
  const row = await database.case.findUnique({
    where: { id },
    include: {
      parties: { orderBy: [{ name: 'asc' }, { party: 'asc' }] },
      bodies: { orderBy: [{ bodyId: 'asc' }, { region: 'asc' }] },
      deadlines: { orderBy: [{ startedAt: 'asc' }, { name: 'asc' }, { entry: 'asc' }] },
      tasks: { orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] },
      forms: { orderBy: { version: 'desc' } },
    },
  });
  return requireWithin(access, row);
}

/** The case as it stands now for this reader. */
export async function readCase(
  context: ApiContext,
  id: string,
  reader: Reader,
  access: Access,
  now: Instant,
): Promise<CaseSeen> {
  return caseView(context, await findCase(context, id, access), reader, access, now);
}
