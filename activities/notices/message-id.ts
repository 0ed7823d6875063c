import { createHash } from 'node:crypto';

/**
 * The Message-ID of a notice, the same on every attempt: it comes from the case and the notice's key within it, so a mail
 * program that gets a second copy can tell. `domain` is the sender's.
 */
export function messageIdOf(caseId: string, key: string, domain: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([caseId, key]))
    .digest('hex')
    .slice(0, 40);
  return `<${digest}@${domain}>`;
}
