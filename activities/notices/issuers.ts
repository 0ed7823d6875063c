/** In whose name notices go out: the body that handles the case, or the one for which it does. */
import { bodyTelephone } from '../../rules/body-telephone.ts';
import type { Issuer } from '../../rules/notices.ts';
import { regimes } from '../../workflows/regimes.ts';
import type { NoticeData } from './wordings.ts';

/** Bodies by their id. */
export type Issuers = Readonly<Record<string, Issuer>>;

/**
 * The bodies of every regime.
 * @param training true where the numbers of the regimes' data count, which are for demonstration
 * @param telephones numbers for enquiries by the id of the body, as the operator of the stack has set them; they go first
 * @throws RangeError if they name a body that no regime has
 */
export function issuersOf(training: boolean, telephones: Readonly<Record<string, string>> = {}): Issuers {
  const bodies = regimes.flatMap((regime) => regime.bodies);
  const ids = bodies.map(({ id }) => id);
  const unknown = Object.keys(telephones).filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new RangeError(
      `BODY_TELEPHONES names ${unknown.join(', ')}, which is no body. The bodies are: ${ids.join(', ')}.`,
    );
  }
  return Object.fromEntries(
    bodies.map((body) => {
      const telephone = bodyTelephone(training, telephones, body);
      return [body.id, { name: body.name, ...(telephone !== undefined && { telephone }) }];
    }),
  );
}

/** The body whose notice it is; undefined before there is a case, and for a body that no regime has any more. */
export function issuerOf(issuers: Issuers, data: NoticeData): Issuer | undefined {
  if (!('bodyId' in data)) return undefined;
  return data.signedBy ?? (data.bodyId === undefined ? undefined : issuers[data.bodyId]);
}
