import type { Text } from '../../../rules/text.ts';

/** What the measures of a regime say of surveys of needs: plain data, which contract, process, notices and mails are made with. */
export interface SurveyTerms {
  /** The passage under which needs are surveyed, and that under which they are answered and matched. */
  readonly clauses: { readonly survey: string; readonly matching: string };
  /** Ids of the requirements: surveys are held everywhere, needs are answered and turned into services. */
  readonly requirements: { readonly surveyed: string; readonly matched: string };
  /** What a need can be about, by code. */
  readonly categories: Readonly<Record<string, Text>>;
  /** Who collects for a survey, within a sentence: 窗口服务平台, `window platform`. */
  readonly collector: Text;
}
