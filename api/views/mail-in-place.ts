/** A mail as it is sent, shown in a frame of our own pages: nothing of it runs, and its links open beside (XC-04.1). */
import { FRAMED_BY_US } from '../http/framed.ts';
import type { Reply } from '../http/route.ts';

const POLICY = `sandbox allow-popups allow-popups-to-escape-sandbox; ${FRAMED_BY_US}; style-src 'unsafe-inline'; img-src data:`;

export function mailInPlace(html: string): Reply {
  // Within the frame a link would open a page of the console, which no frame may hold.
  const content = Buffer.from(html.replaceAll('target="_self"', 'target="_blank" rel="noopener"'));
  return {
    status: 200,
    raw: content,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(content.length),
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
    },
  };
}
