/** A contact without an account shows the tracking code of its case: `Authorization: Tracking <code>`. It opens that one case. */
import type { Request } from 'express';
import { contactKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { auditOf } from '../audit.ts';
import type { ApiContext } from '../context.ts';
import { sha256 } from '../http/canonical.ts';
import { countGuess, networkOf } from '../middleware/lockout.ts';
import type { Reader } from '../reader.ts';

const SCHEME = /^tracking (?<code>[0-9a-f]{32})$/i;

/** True if the request shows a tracking code, well formed or not. */
export function showsTrackingCode({ headers }: Request): boolean {
  return /^tracking\b/i.test(headers.authorization ?? '');
}

/**
 * Who shows a tracking code. Wrong codes are counted for the network they come from, as wrong passwords are; a right one is too long to be
 * guessed and always opens its case.
 * @throws Refusal NOT_SIGNED_IN, TOO_MANY_REQUESTS
 */
export async function trackingReader(context: ApiContext, request: Request): Promise<Reader> {
  const { database, settings, clock } = context;
  const code = SCHEME.exec(request.headers.authorization ?? '')?.groups?.['code']?.toLowerCase();
  const found =
    code === undefined ? null : await database.trackingCode.findUnique({ where: { codeHash: sha256(code) } });
  const contact = found === null ? null : await database.contact.findUnique({ where: { id: found.contactId } });
  if (contact === null) {
    const place = networkOf(request.ip ?? '');
    const guess = { kind: 'tracking', at: '', place, known: true } as const;
    await countGuess(database, settings.limits, guess, async (tx, lock) => {
      const audit = auditOf({ context, request, reader: null, roles: [], now: await clock.now() }, ['TRACKING_LOCKED']);
      await audit(tx, { action: 'TRACKING_LOCKED', object: { kind: 'network', id: place }, after: { ...lock } });
    });
    return refuse(
      'NOT_SIGNED_IN',
      '查询码不正确。查询码为立案时告知的 32 位字符，请核对。',
      'This tracking code is wrong. It is the 32 characters you were told when the case was opened; check it.',
    );
  }
  const party = contactKey(contact.id);
  return {
    person: { kind: 'person', id: party, offices: [{ role: 'contact', party }] },
    name: contact.name,
    level: 'PERSONAL',
    locale: contact.locale === 'en' ? 'en' : 'zh-CN',
    email: contact.email.toLowerCase(),
    credential: 'bearer',
    sessionToken: '',
    mustChangePassword: false,
    mustSetSecondFactor: false,
  };
}
