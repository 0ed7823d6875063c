/**
 * What people agree to before a form asks them for personal information: for what, how and how much of it is used (HN-NET-15.6, 第九条第八项).
 * A change of these words is another version: what somebody agreed to is stored with its number.
 */
import { text } from './text.ts';

export const privacyStatement = {
  version: 1,
  purpose: text(
    '仅用于核实身份、办理该事项、联系回访和依法监督。',
    'Only to identify you, handle the matter, reach you, and for lawful supervision.',
  ),
  manner: text('存于案件，仅办理人员可见，期满删除。', 'Kept for the handlers of the case, deleted in time.'),
  scope: text('仅限本表内容。', 'Nothing beyond this form.'),
} as const;

/** The whole statement, as it stands beside the question. */
export const privacyWords = text(
  `${privacyStatement.purpose.zh}${privacyStatement.manner.zh}${privacyStatement.scope.zh}`,
  `${privacyStatement.purpose.en} ${privacyStatement.manner.en} ${privacyStatement.scope.en}`,
);

export const consentTitle = text('同意个人信息处理说明', 'I agree to this use of my information');

/** A consent as it is stored. */
export interface Consent {
  /** Version of the statement. */
  readonly statement: number;
  readonly purpose: { readonly zh: string; readonly en: string };
}

export function consentToday(): Consent {
  return { statement: privacyStatement.version, purpose: privacyStatement.purpose };
}
