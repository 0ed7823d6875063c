/** How a message is packed for each kind of channel, and what its answer means. */
import { createHmac } from 'node:crypto';
import type { WebhookChannel } from '../../../prisma/generated/client.ts';
import { inLocale, text, type Locale } from '../../../rules/text.ts';
import type { WebhookFormat } from '../../../rules/notices/webhook.ts';
import type { SmtpAnswer } from '../smtp-answer.ts';
import type { WebhookMessage } from './message.ts';

/** A message with what a gateway is told of it besides. */
export interface WebhookPost extends WebhookMessage {
  /** Of the row of the outbox; the same on every try. */
  readonly id: string;
  readonly url: string | undefined;
  readonly caseNumber: string | undefined;
  /** Id of the body whose notice it is. */
  readonly body: string;
}

/** A request as it is posted: always JSON. */
export interface WebhookRequest {
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** What was answered over HTTP. */
export interface WebhookReply {
  readonly status: number;
  readonly body: string;
}

interface Format {
  pack(
    channel: Pick<WebhookChannel, 'address' | 'signingSecret' | 'locale'>,
    post: WebhookPost,
    nowMs: number,
  ): WebhookRequest;
  /** Of an answer with a status of 2xx. */
  read(reply: WebhookReply): SmtpAnswer;
}

export const FORMATS: Readonly<Record<WebhookFormat, Format>> = {
  WECOM: {
    pack({ address, locale }, post) {
      const content = markdown(post, locale as Locale, MOST_OF_WECOM);
      return request(new URL(address), { msgtype: 'markdown', markdown: { content } });
    },
    read: readRobot,
  },
  DINGTALK: {
    pack({ address, signingSecret, locale }, post, nowMs) {
      const url = new URL(address);
      for (const [name, value] of signature(signingSecret, nowMs)) url.searchParams.set(name, value);
      const content = markdown(post, locale as Locale, Number.POSITIVE_INFINITY);
      return request(url, { msgtype: 'markdown', markdown: { title: post.subject, text: content } });
    },
    read: readRobot,
  },
  JSON: {
    pack({ address }, { id, subject, text: content, url, caseNumber, body }) {
      const packed = { id, subject, text: content, url: url ?? null, caseNumber: caseNumber ?? null, body };
      return request(new URL(address), packed, { 'idempotency-key': id });
    },
    read: ({ status }) => ({ kind: 'accepted', words: `HTTP ${status}` }),
  },
};

function request(address: URL, body: object, more: Readonly<Record<string, string>> = {}): WebhookRequest {
  return { address, body, headers: { 'content-type': 'application/json; charset=utf-8', ...more } };
}

/** Bytes of UTF-8 that a WeCom robot takes at most. */
const MOST_OF_WECOM = 4_096;

const SEE = text('查看', 'Open');

function markdown({ subject, text: content, url }: WebhookPost, locale: Locale, mostBytes: number): string {
  const link = url === undefined ? [] : [`[${inLocale(SEE, locale)}](${url})`];
  const whole = [`**${subject}**`, ...content.split('\n').map((line) => `> ${line}`), ...link].join('\n\n');
  return Buffer.byteLength(whole) <= mostBytes ? whole : [`**${subject.slice(0, 200)}**`, ...link].join('\n\n');
}

/** DingTalk: the time in milliseconds, and its HMAC under the secret together with it. */
function signature(secret: string | null, nowMs: number): readonly (readonly [string, string])[] {
  if (secret === null) return [];
  const sign = createHmac('sha256', secret).update(`${nowMs}\n${secret}`).digest('base64');
  return [
    ['timestamp', String(nowMs)],
    ['sign', sign],
  ];
}

/** Codes by which WeCom and DingTalk say that a robot speaks too often: 20 messages a minute. */
const TOO_OFTEN: readonly number[] = [45_009, 130_101];

/** Robots answer 200 to everything, and say in `errcode` what came of it. */
function readRobot({ status, body }: WebhookReply): SmtpAnswer {
  const words = `HTTP ${status} ${body}`;
  const code = errcodeOf(body);
  if (code === 0) return { kind: 'accepted', words };
  // What has to wait is not refused: it does not count against the notice.
  return { kind: code !== undefined && TOO_OFTEN.includes(code) ? 'outage' : 'temporary', words };
}

function errcodeOf(body: string): number | undefined {
  try {
    const { errcode } = JSON.parse(body) as { readonly errcode?: unknown };
    return typeof errcode === 'number' ? errcode : undefined;
  } catch {
    return undefined;
  }
}
