/** Sends one stored notice to one recipient by SMTP, over a small pool of connections. */
import nodemailer from 'nodemailer';
import type { Readable } from 'node:stream';
import type { OutgoingFile } from './attachments.ts';
import { isEmail } from '../../rules/parties/contact.ts';
import { headerSafe, type Mailbox } from './mailbox.ts';
import { classify, type SmtpAnswer } from './smtp-answer.ts';

/** Mails that go out side by side, and connections for them, unless the settings say otherwise: a page of the outbox is as many. */
export const MAILS_AT_ONCE = 10;

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://...`. A secret. */
  readonly url: string;
  /** Refuse to send without TLS: `smtps`, or STARTTLS with a certificate that is right. Otherwise TLS is used where the server offers it. */
  readonly requireTls?: boolean;
  /** Mails and connections at once; {@link MAILS_AT_ONCE} unless given. */
  readonly connections?: number;
  /** Longest time to connect and be greeted, in ms; 10 s unless given. */
  readonly connectMs?: number;
  /** Longest silence of the server within a dialogue, in ms; 60 s unless given. */
  readonly silenceMs?: number;
}

/** A stored notice, ready to go. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly locale: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly OutgoingFile[];
}

export interface Courier {
  /** Never throws: whatever happens is an answer. Ends with `unknown` or `outage` when `limitMs` is over. */
  send(mail: OutgoingMail, limitMs: number): Promise<SmtpAnswer>;
  /** Closes idle connections; a mail under way is finished first. */
  close(): void;
}

/** Opens the pool; connections are made when the first mail is sent. */
export function createCourier(settings: SmtpSettings): Courier {
  const connectMs = settings.connectMs ?? 10_000;
  const transporter = nodemailer.createTransport({
    ...(settings.requireTls ? { url: withoutSay(settings.url), requireTLS: true } : { url: settings.url }),
    pool: true,
    maxConnections: settings.connections ?? MAILS_AT_ONCE,
    // A pooled connection the server dropped meanwhile is replaced once, which the pool does only before any content went.
    maxRequeues: 1,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: settings.silenceMs ?? 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const contents = new Map<string, Readable>();
  transporter.use('stream', (mail, done) => {
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    const messageId = String(mail.data.messageId);
    message.createReadStream = (options) => {
      const content = create(options);
      contents.set(messageId, content);
      return content;
    };
    done();
  });
  transporter.on('error', () => {
    // Every error also reaches the mail it concerns; without a listener an idle connection's error would end the process.
  });

  return {
    async send(mail, limitMs) {
      if (!isEmail(mail.to.address)) {
        return { kind: 'permanent', words: 'The address is not a plain e-mail address; correct it in the account.' };
      }
      try {
        const info = await transporter.sendMail({
          ...compose(mail),
          signal: AbortSignal.timeout(Math.max(1, Math.floor(limitMs))),
        });
        return { kind: 'accepted', words: info.response };
      } catch (error) {
        return classify(error, contents.get(mail.messageId)?.readableDidRead ?? false);
      } finally {
        contents.delete(mail.messageId);
      }
    },
    close() {
      transporter.close();
    },
  };
}

/** nodemailer lets the address overrule its options: what it says of `requireTLS` is taken out. */
function withoutSay(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('requireTLS');
  return url.href;
}

/** The message for nodemailer. Recipient and sender are checked addresses; nothing else can reach the envelope. */
function compose(mail: OutgoingMail) {
  const calendar = mail.attachments.find(({ method }) => method !== undefined);
  return {
    from: { name: headerSafe(mail.from.name ?? ''), address: mail.from.address },
    to: { name: headerSafe(mail.to.name ?? ''), address: mail.to.address },
    messageId: mail.messageId,
    subject: headerSafe(mail.subject),
    html: mail.html,
    text: mail.text,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: calendar.filename, content: calendar.content },
    }),
    attachments: mail.attachments
      .filter((attachment) => attachment !== calendar)
      .map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  };
}
