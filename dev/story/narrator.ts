import type { Players } from './players.ts';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

interface Line {
  readonly at: string;
  readonly type: string;
  readonly title: Bilingual;
  readonly clause: string | null;
  readonly actor: {
    readonly kind: string;
    readonly id: string;
    readonly name: string | null;
    readonly title: Bilingual | null;
  };
  readonly notices: readonly { readonly id: string }[];
}

interface CaseHead {
  readonly number: string;
  readonly title: string;
  readonly kindTitle: Bilingual;
  readonly stageTitle: Bilingual;
  readonly outcomeTitle: Bilingual | null;
}

/** In place of the address where there is nobody to tell. */
const NOBODY: Bilingual = { zh: '无人可通知', en: 'nobody to tell' };

/**
 * Prints cases as people read them: what happened, when, by whom, under which clause, and which e-mail went out. What differs from one
 * telling to the next without meaning anything is left out or put in order, so that two printouts can be compared.
 */
export class Narrator {
  readonly #players: Players;
  readonly #lang: keyof Bilingual;

  constructor(players: Players, lang: keyof Bilingual) {
    this.#players = players;
    this.#lang = lang;
  }

  heading(title: Bilingual): void {
    this.#print(`\n${'═'.repeat(100)}\n${title[this.#lang]}\n${'═'.repeat(100)}`);
  }

  /** @param as the account that reads it: the case must be its body's */
  async tell(caseId: string, as: string): Promise<void> {
    const reader = await this.#players.as(as);
    const head = await reader.get<CaseHead>(`/api/cases/${caseId}`);
    const { items } = await reader.get<{ items: Line[] }>(`/api/cases/${caseId}/timeline?limit=200`);
    const mails = await this.#mailsOf(caseId, as);
    const stands = head.outcomeTitle ?? head.stageTitle;
    this.#print(
      `\n${head.kindTitle[this.#lang]} · ${head.title} · ${stands[this.#lang]}\n${head.number}\n${'─'.repeat(100)}`,
    );
    for (const line of items) {
      const who =
        line.actor.kind === 'system' ? '·' : (line.actor.name ?? line.actor.title?.[this.#lang] ?? line.actor.id);
      const clause = line.clause === null || line.clause === '—' ? '' : ` [${line.clause}]`;
      this.#print(`${when(line.at)}  ${comparable(line.title[this.#lang])}${clause}  ${who}`);
      const told = line.notices.flatMap(({ id }) => {
        const mail = mails.get(id);
        return mail === undefined
          ? []
          : [`✉ ${mail.recipientEmail || NOBODY[this.#lang]}  ${mail.subject ?? mail.template}  (${mail.status})`];
      });
      for (const mail of told.sort()) this.#print(`${' '.repeat(18)}${mail}`);
    }
  }

  async #mailsOf(caseId: string, as: string) {
    const reader = await this.#players.as(as);
    type Mail = { id: string; recipientEmail: string; subject: string | null; template: string; status: string };
    const { items } = await reader.get<{ items: Mail[] }>(`/api/notices?caseId=${caseId}&limit=200`);
    return new Map(items.map((mail) => [mail.id, mail]));
  }

  #print(words: string): void {
    process.stdout.write(`${words}\n`);
  }
}

/** The digest of sealed records is another one in each telling: ids are drawn at random. */
function comparable(words: string): string {
  return words.replace(/SHA-256 [0-9a-f]{64}/g, 'SHA-256 …');
}

/** `2025-10-10 09:00` in Shanghai time, as the API gives it. */
function when(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
