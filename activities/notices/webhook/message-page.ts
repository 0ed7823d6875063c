/** A message of a channel as the records show it: what was posted is its subject, its text and its link. */
import { createElement } from 'react';
import { drawn } from '../drawn.ts';
import type { WebhookMessage } from './message.ts';

export function messagePage({ subject, text }: WebhookMessage, url: string | undefined): string {
  const lines = text.split('\n').map((line, nth) => createElement('p', { key: nth }, line));
  const link = url === undefined ? [] : [createElement('a', { key: 'link', href: url }, url)];
  return drawn(
    createElement('html', null, createElement('body', null, createElement('h1', null, subject), ...lines, ...link)),
  ).html;
}
