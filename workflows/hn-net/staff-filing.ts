/** Cases that staff of the network file, each for the body they work for. Not for workflow code. */
import { HUB } from '../../rules/hn-net/network.ts';
import type { WindowEntry } from '../../rules/hn-net/window.ts';
import { refuse } from '../../rules/refusal.ts';
import { isOfBody, type Body, type Person } from '../../rules/roles.ts';
import { namedBody, type Named } from './named-platform.ts';
import { networkBody } from './words.ts';

/** True if somebody works for this body in its whole region, as a reviewer: managers decide, and file nothing. */
export function worksFor({ offices }: Person, body: Body): boolean {
  return offices.some((office) => office.role === 'reviewer' && isOfBody(office, body));
}

/**
 * The body for which somebody files a case. For a window recognised since, those of the platform file that handles its cases.
 * @param field of the form that names it
 * @throws Refusal INVALID_INPUT if it is none of the network as it stands, OUT_OF_SCOPE if they do not work for it
 */
export function filedFor(filer: Person, bodyId: string, windows: readonly WindowEntry[], field: string): Named {
  const found = namedBody(bodyId, windows, field);
  refuseOthers(filer, found.body, field);
  return found;
}

/**
 * The hub, for which somebody files a case.
 * @throws Refusal OUT_OF_SCOPE if they do not work for it
 */
export function filedForHub(filer: Person, field: string): Body {
  const body = networkBody(HUB);
  refuseOthers(filer, body, field);
  return body;
}

function refuseOthers(filer: Person, body: Body, field: string): void {
  if (worksFor(filer, body)) return;
  refuse('OUT_OF_SCOPE', '您不是该机构的工作人员，请选择本单位。', 'You do not work for this body; choose your own.', {
    field,
  });
}
