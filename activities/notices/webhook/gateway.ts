/**
 * Posts a message to the address of a channel. An administrator types that address, so that it must not lead into the network: names are looked at
 * after they were resolved, with each connection, and nothing is followed elsewhere (OWASP ASVS 1.3.6).
 */
import { request as postHttp } from 'node:http';
import { request as postHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { WebhookChannel } from '../../../prisma/generated/client.ts';
import {
  isTrustedHost,
  webhookAddressFault,
  type TrustedHosts,
  type WebhookFormat,
} from '../../../rules/notices/webhook.ts';
import type { SmtpAnswer } from '../smtp-answer.ts';
import { withoutAddress } from './without-address.ts';
import { FORMATS, type WebhookPost, type WebhookReply, type WebhookRequest } from './formats.ts';

export interface Gateway {
  /** Never throws: whatever happens is an answer, and none repeats the address or the secret. `outage` stands for one that asks to come again later. */
  post(channel: WebhookChannel, message: WebhookPost, limitMs: number): Promise<SmtpAnswer>;
  /** Closes idle connections. */
  close(): void;
}

/** A robot that has not answered by then does not any more, in ms. */
const LONGEST_MS = 10_000;
/** Bytes of an answer that are read. */
const MOST_READ = 65_536;

/** @param trusted hosts that may be inside the network */
export function createGateway(trusted: TrustedHosts): Gateway {
  const agents = {
    'http:': [new RequestFilteringHttpAgent(), new RequestFilteringHttpAgent({ allowPrivateIPAddress: true })],
    'https:': [new RequestFilteringHttpsAgent(), new RequestFilteringHttpsAgent({ allowPrivateIPAddress: true })],
  } as const;
  const agentFor = ({ protocol, hostname }: URL) => {
    const [guarded, open] = agents[protocol === 'http:' ? 'http:' : 'https:'];
    return isTrustedHost(trusted, hostname) ? open : guarded;
  };
  const answered = async (channel: WebhookChannel, message: WebhookPost, limitMs: number): Promise<SmtpAnswer> => {
    const format = FORMATS[channel.format as WebhookFormat];
    // A host may have been taken off the list since the channel was set.
    const fault = webhookAddressFault(trusted, channel.address);
    if (fault !== null) return { kind: 'permanent', words: `${fault.zh} ${fault.en}` };
    const packed = format.pack(channel, message, Date.now());
    try {
      const reply = await send(packed, agentFor(packed.address), Math.max(1, Math.min(LONGEST_MS, limitMs)));
      return answerTo(reply, (answer) => format.read(answer));
    } catch (error) {
      return error instanceof Lost ? error.answer : { kind: 'temporary', words: String(error) };
    }
  };
  return {
    async post(channel, message, limitMs) {
      const { kind, words } = await answered(channel, message, limitMs);
      const { address, signingSecret } = channel;
      // An address that is none was never posted to.
      return {
        kind,
        words: URL.canParse(address)
          ? withoutAddress(words, address, signingSecret === null ? [] : [signingSecret])
          : words,
      };
    },
    close() {
      for (const [guarded, open] of Object.values(agents)) {
        guarded.destroy();
        open.destroy();
      }
    },
  };
}

/** A refusal is mostly a fault of the settings: it gets its tries, so that a quick repair loses no notice. */
function answerTo(reply: WebhookReply, read: (reply: WebhookReply) => SmtpAnswer): SmtpAnswer {
  const { status, body } = reply;
  const words = `HTTP ${status} ${body}`;
  if (status === 429) return { kind: 'outage', words };
  return status >= 200 && status < 300 ? read(reply) : { kind: 'temporary', words };
}

/** No answer came. */
class Lost extends Error {
  readonly answer: SmtpAnswer;

  constructor(answer: SmtpAnswer) {
    super(answer.words);
    this.name = 'Lost';
    this.answer = answer;
  }
}

/** @throws Lost */
function send(
  { address, headers, body }: WebhookRequest,
  agent: RequestFilteringHttpAgent | RequestFilteringHttpsAgent,
  limitMs: number,
): Promise<WebhookReply> {
  const content = Buffer.from(JSON.stringify(body));
  const { promise, resolve, reject } = Promise.withResolvers<WebhookReply>();
  let contentWent = false;
  const post = address.protocol === 'http:' ? postHttp : postHttps;
  const request = post(address, {
    agent,
    method: 'POST',
    headers: { ...headers, 'content-length': content.length },
    signal: AbortSignal.timeout(limitMs),
  });
  request.on('finish', () => (contentWent = true));
  request.on('error', (error) => reject(new Lost(lostTo(error, contentWent))));
  request.on('response', (response) => {
    const parts: Buffer[] = [];
    let length = 0;
    response.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= MOST_READ) parts.push(part);
    });
    response.on('error', (error) => reject(new Lost(lostTo(error, true))));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
    );
  });
  request.end(content);
  return promise;
}

/** The guard says in words alone that it was the guard. */
const GUARDED = /is not allowed\. Because/;

function lostTo(error: Error, contentWent: boolean): SmtpAnswer {
  if (GUARDED.test(error.message))
    return {
      kind: 'permanent',
      words: `该主机名指向内网地址，未发送。 The host leads into the network; nothing was sent. ${error.message}`,
    };
  return { kind: contentWent ? 'unknown' : 'temporary', words: error.message };
}
