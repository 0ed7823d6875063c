import { createHash, createHmac } from 'node:crypto';

export { canonical } from '../../rules/canonical.ts';

/** HMAC-SHA-256 in hexadecimal: tells alike from different to whom has the secret, and nothing to anybody else. */
export function sealed(secret: string, content: string | Uint8Array): string {
  return createHmac('sha256', secret).update(content).digest('hex');
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
