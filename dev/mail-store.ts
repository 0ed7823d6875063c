/** The mails of the catcher: in memory, and in a folder where one is given. */
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { CaughtMail } from './mail-catcher.ts';

/** A mail and the name it is kept under (sorts by arrival). */
export interface StoredMail {
  id: string;
  mail: CaughtMail;
}

/** The caught mails. */
export interface MailStore {
  add(id: string, recipients: string[], raw: Buffer): Promise<void>;
  /** oldest first */
  all(): StoredMail[];
  find(id: string): CaughtMail | undefined;
}

/** Opens the store and reads back what the folder holds: `<id>.eml` as received, `<id>.json` with the envelope. */
export async function openMailStore(dir: string | undefined): Promise<MailStore> {
  const kept: StoredMail[] = dir === undefined ? [] : await readBack(dir);
  return {
    async add(id, recipients, raw) {
      const receivedAt = new Date();
      const mail = await parse(recipients, raw, receivedAt);
      if (dir !== undefined) {
        writeFileSync(join(dir, `${id}.json`), JSON.stringify({ recipients, receivedAt }));
        // Renamed at the end: a mail is there whole or not at all.
        writeFileSync(join(dir, `${id}.part`), raw);
        renameSync(join(dir, `${id}.part`), join(dir, `${id}.eml`));
      }
      kept.push({ id, mail });
    },
    all: () => [...kept],
    find: (id) => kept.find((entry) => entry.id === id)?.mail,
  };
}

async function readBack(dir: string): Promise<StoredMail[]> {
  const ids = readdirSync(dir).filter((name) => name.endsWith('.eml'));
  const kept: StoredMail[] = [];
  for (const id of ids.map((name) => name.slice(0, -'.eml'.length)).sort()) {
    const envelope = JSON.parse(readFileSync(join(dir, `${id}.json`), 'utf8')) as {
      recipients: string[];
      receivedAt: string;
    };
    const raw = readFileSync(join(dir, `${id}.eml`));
    kept.push({ id, mail: await parse(envelope.recipients, raw, new Date(envelope.receivedAt)) });
  }
  return kept;
}

async function parse(recipients: string[], raw: Buffer, receivedAt: Date): Promise<CaughtMail> {
  const parsed = await simpleParser(raw, { skipImageLinks: true });
  const headers: Record<string, string> = {};
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n\s+/g, ' ')
      .trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  }
  return {
    messageId: parsed.messageId ?? '',
    to: recipients,
    from: parsed.from?.value[0]?.address ?? '',
    subject: parsed.subject ?? '',
    html: parsed.html || '',
    text: parsed.text ?? '',
    headers,
    attachments: parsed.attachments.map((attachment) => ({
      filename: attachment.filename ?? '',
      contentType: attachment.contentType,
      content: attachment.content,
    })),
    receivedAt,
  };
}
