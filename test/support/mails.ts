/** Reads caught mails as their recipient would: subject, both bodies, the link, the calendar file. */
import { expect, vi } from 'vitest';
import type { CaughtMail } from '../../dev/mail-catcher.ts';
import type { TestStack } from './test-stack.ts';
import { PATIENCE } from './patience.ts';

/** Mails to an account whose subject holds these words, oldest first. */
export async function mailsAbout(stack: TestStack, account: string, words: string): Promise<CaughtMail[]> {
  return (await stack.mailsTo(account)).filter(({ subject }) => subject.includes(words));
}

/** The latest of at least `count` mails to an account whose subject holds these words, as soon as they have come. */
export function mailAbout(stack: TestStack, account: string, words: string, count = 1): Promise<CaughtMail> {
  return mailTo(stack, `${account}@demo.anjuan.test`, words, count);
}

/** All mails to an address, oldest first. */
async function mailsToAddress(stack: TestStack, address: string): Promise<CaughtMail[]> {
  return (await stack.mail.messages()).filter(({ to }) => JSON.stringify(to).includes(address));
}

/** The latest of at least `count` mails to an address whose subject holds these words, as soon as they have come. */
export function mailTo(stack: TestStack, address: string, words: string | RegExp, count = 1): Promise<CaughtMail> {
  return vi.waitFor(async () => {
    const all = await mailsToAddress(stack, address);
    const mails = all.filter(({ subject }) =>
      typeof words === 'string' ? subject.includes(words) : words.test(subject),
    );
    const last = mails.at(-1);
    if (last === undefined || mails.length < count) {
      const there = all.map(({ subject }) => subject).join(' / ');
      throw new Error(
        `${mails.length} of ${count} mails about '${String(words)}' came to ${address}; there are: ${there}`,
      );
    }
    return last;
  }, PATIENCE);
}

/** Holds both bodies of a mail against words they must have, and the way to the case. */
export function expectWords(stack: TestStack, mail: CaughtMail, caseId: string, words: readonly string[]): void {
  const shown = wordsOf(mail.html);
  for (const part of words) {
    expect.soft(mail.text, `text of '${mail.subject}'`).toContain(part);
    expect.soft(shown, `html of '${mail.subject}'`).toContain(part);
  }
  const link = `${stack.baseUrl}/cases/${caseId}`;
  expect.soft(mail.text, 'link in the text').toContain(link);
  // Up to where it names the form of what is asked for.
  expect.soft(mail.html, 'link in the html').toMatch(new RegExp(`href="${link}[?"]`));
  expect.soft(mail.html).toContain('lang="zh-CN"');
  expect.soft(mail.from).toBe('notices@anjuan.test');
}

/** What a reader of the HTML sees. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|title|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The event of a mail's calendar file, property by property (RFC 5545), with the METHOD of the file. */
export function calendarOf(mail: CaughtMail): Readonly<Record<string, string>> {
  const file = mail.attachments.find(({ filename }) => filename === 'interview.ics');
  if (file === undefined) throw new Error(`'${mail.subject}' has no calendar file.`);
  // The same twice: as a file to save, and as the part from which mail programs offer to accept the appointment.
  const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  expect(part?.content.equals(file.content), 'calendar part').toBe(true);
  const unfolded = file.content.toString('utf8').replace(/\r\n[ \t]/g, '');
  expect(unfolded.startsWith('BEGIN:VCALENDAR\r\n'), 'lines end as RFC 5545 wants').toBe(true);
  const lines = unfolded.split('\r\n').filter((line) => line !== '');
  const method = lines.find((line) => line.startsWith('METHOD:'))?.slice('METHOD:'.length) ?? '';
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'));
  const properties: Record<string, string> = { METHOD: method, ALARMS: '0' };
  let inside = '';
  for (const line of event) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name === 'BEGIN') inside = value;
    else if (name === 'END') inside = '';
    else if (inside === 'VALARM' && name === 'ACTION') properties['ALARMS'] = String(Number(properties['ALARMS']) + 1);
    else if (inside === '') properties[name] = unescaped(value);
  }
  return properties;
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}
