import type { Request } from 'express';
import { refuse } from '../../rules/refusal.ts';
import { isChanging } from '../http/route.ts';

/**
 * Refuses a changing request that a page of another site may have made with the reader's cookie. A browser says where a request
 * comes from (`Sec-Fetch-Site`, or `Origin` in older ones) and a page cannot change that; programs send neither header.
 * @throws Refusal NOT_ALLOWED
 */
export function refuseForged(request: Request, baseUrl: string): void {
  if (!isChanging(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const own =
    site === undefined
      ? origin === undefined || isOwn(origin, request, baseUrl)
      : site === 'same-origin' || site === 'none';
  const type = request.headers['content-type'] ?? '';
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  // The types an HTML form can send are refused, except the one that uploads need.
  const isOurType = !hasBody || /^(application\/(json|x-ndjson)|multipart\/form-data)\b/i.test(type);
  if (own && isOurType) return;
  refuse(
    'NOT_ALLOWED',
    '请求来自其他网站，已拒绝。请在本平台页面内操作。',
    'The request came from another site and was refused. Work from the pages of this platform.',
    { facts: { because: own ? 'content-type' : 'cross-site' } },
  );
}

function isOwn(origin: string, request: Request, baseUrl: string): boolean {
  return origin === new URL(baseUrl).origin || origin === `${request.protocol}://${request.headers.host}`;
}
