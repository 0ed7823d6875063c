/** The language of the console: chosen by the reader, else of the account, else of the browser. Chinese is what a text falls back to. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { inLocale, type Locale, type Text } from '../../rules/text.ts';
import { formsWords } from '../forms/words.ts';
import { sessionWords } from '../session/words.ts';
import type { accountWords } from '../account/words.ts';
import type { actsWords } from '../acts/words.ts';
import type { adminWords } from '../admin/words.ts';
import type { sheetWords } from '../anhui/sheet/words.ts';
import type { anhuiWords } from '../anhui/words.ts';
import type { applicationsWords } from '../applications/words.ts';
import type { assessmentsWords } from '../assessments/words.ts';
import type { auditWords } from '../audit/words.ts';
import type { basesWords } from '../bases/words.ts';
import type { bulkWords } from '../bulk/words.ts';
import type { casesWords } from '../cases/words.ts';
import type { centresWords } from '../centres/words.ts';
import type { channelsWords } from '../admin/channels/words.ts';
import type { directoryWords } from '../public/stores/words.ts';
import type { engineWords } from '../admin/engine/words.ts';
import type { figuresWords } from '../figures/words.ts';
import type { filesWords } from '../cases/files/words.ts';
import type { filingWords } from '../filing/words.ts';
import type { narrowedWords } from '../cases/narrowed/words.ts';
import type { inboxWords } from '../inbox/words.ts';
import type { networkWords } from '../network/words.ts';
import type { noticesWords } from '../notices/words.ts';
import type { participantsWords } from '../cases/participants/words.ts';
import type { phrasesWords } from '../phrases/words.ts';
import type { publicWords } from '../public/words.ts';
import type { rankingWords } from '../ranking/words.ts';
import type { regulationsWords } from '../regulations/words.ts';
import type { retentionWords } from '../retention/words.ts';
import type { storesWords } from '../stores/words.ts';
import type { viewsWords } from '../parts/words.ts';
import { common } from './common.ts';

/** Every catalogue that is loaded at once, by its name. */
export const catalogues = {
  common,
  forms: formsWords,
  session: sessionWords,
} as const;

/** Catalogues that come with their area: few people open it, and nobody else loads its words. */
interface LateCatalogues {
  readonly account: typeof accountWords;
  readonly acts: typeof actsWords;
  readonly admin: typeof adminWords;
  readonly anhui: typeof anhuiWords;
  readonly evaluationSheet: typeof sheetWords;
  readonly applications: typeof applicationsWords;
  readonly assessments: typeof assessmentsWords;
  readonly audit: typeof auditWords;
  readonly bases: typeof basesWords;
  readonly bulk: typeof bulkWords;
  readonly cases: typeof casesWords;
  readonly centres: typeof centresWords;
  readonly channels: typeof channelsWords;
  readonly directory: typeof directoryWords;
  readonly engine: typeof engineWords;
  readonly figures: typeof figuresWords;
  readonly files: typeof filesWords;
  readonly filing: typeof filingWords;
  readonly inbox: typeof inboxWords;
  readonly narrowed: typeof narrowedWords;
  readonly network: typeof networkWords;
  readonly notices: typeof noticesWords;
  readonly participants: typeof participantsWords;
  readonly phrases: typeof phrasesWords;
  readonly public: typeof publicWords;
  readonly ranking: typeof rankingWords;
  readonly regulations: typeof regulationsWords;
  readonly retention: typeof retentionWords;
  readonly stores: typeof storesWords;
  readonly views: typeof viewsWords;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: { [Name in keyof typeof catalogues]: (typeof catalogues)[Name]['zh'] } & {
      [Name in keyof LateCatalogues]: LateCatalogues[Name]['zh'];
    };
  }
}

const KEPT = 'anjuan.locale';

const ofLanguage = (language: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(catalogues).map(([name, texts]) => [name, texts[language]]));

/** Sets the language up; called once, before anything is drawn. */
export function startWords(): void {
  const kept = localStorage.getItem(KEPT);
  const locale: Locale = kept === 'en' || (kept === null && navigator.language.startsWith('en')) ? 'en' : 'zh-CN';
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    resources: { 'zh-CN': ofLanguage('zh'), en: ofLanguage('en') },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = locale;
}

/** Adds the words of an area that is loaded late; called where its page is loaded, before anything of it is drawn. */
export function addWords<Name extends keyof LateCatalogues>(name: Name, { zh, en }: LateCatalogues[Name]): void {
  i18next.addResourceBundle('zh-CN', name, zh);
  i18next.addResourceBundle('en', name, en);
}

/** Changes the language, and keeps the choice in this browser. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(KEPT, locale);
  document.documentElement.lang = locale;
  void i18next.changeLanguage(locale);
}

/** True if this browser was told which language to use. */
export function hasChosenLocale(): boolean {
  return localStorage.getItem(KEPT) !== null;
}

/** The language of the page, and how a text of the API is put in it. */
export function useLocale(): { readonly locale: Locale; readonly say: (text: Text) => string } {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  return { locale, say: (text) => inLocale(text, locale) };
}
