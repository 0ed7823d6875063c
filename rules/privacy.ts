/**
 * What people agree to before a form asks them for personal information: for what, how and how much of it is used (HN-NET-15.6, 第九条第八项).
 * A change of these words is another version: what somebody agreed to is stored with its number.
 */
import { text } from './text.ts';

export const privacyStatement = {
  version: 1,
  purpose: text(
    '仅用于核实身份、办理该事项、联系回访和依法监督检查。',
    'Only to establish identity, handle the matter, reach you, and for lawful supervision.',
  ),
  manner: text(
    '存于案件记录，仅办理人员可见，期满删除。',
    'Kept in the case, seen by its handlers alone, deleted in time.',
  ),
  scope: text('以本表内容为限。', 'What this form asks for.'),
} as const;

/** The whole statement, as it stands beside the question. */
export const privacyWords = text(
  `目的：${privacyStatement.purpose.zh}方式：${privacyStatement.manner.zh}范围：${privacyStatement.scope.zh}`,
  `Purpose: ${privacyStatement.purpose.en} Manner: ${privacyStatement.manner.en} Scope: ${privacyStatement.scope.en}`,
);

export const consentTitle = text('同意个人信息处理说明', 'I agree to how personal information is used');

/** A consent as it is stored. */
export interface Consent {
  /** Version of the statement. */
  readonly statement: number;
  readonly purpose: { readonly zh: string; readonly en: string };
}

export function consentToday(): Consent {
  return { statement: privacyStatement.version, purpose: privacyStatement.purpose };
}
