/** Cases that staff of the network file, each for the body they work for. Not for workflow code. */
import { refuse } from '../../rules/refusal.ts';
import { isOfBody, type Body, type Person } from '../../rules/roles.ts';
import { networkBody } from './words.ts';

/** True if somebody works for this body in its whole region, as a reviewer: managers decide, and file nothing. */
export function worksFor({ offices }: Person, body: Body): boolean {
  return offices.some((office) => office.role === 'reviewer' && isOfBody(office, body));
}

/**
 * The body for which somebody files a case.
 * @param field of the form that names it
 * @throws Refusal OUT_OF_SCOPE if they do not work for it
 */
export function filedFor(filer: Person, bodyId: string, field: string): Body {
  const body = networkBody(bodyId);
  if (worksFor(filer, body)) return body;
  refuse('OUT_OF_SCOPE', '您不是该机构的工作人员，请选择本单位。', 'You do not work for this body; choose your own.', {
    field,
  });
}
