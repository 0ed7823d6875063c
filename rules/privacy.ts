/**
 * What people agree to before a form asks them for personal information: for what, how and how much of it is used (HN-NET-15.6, 第九条第八项).
 * A change of these words is another version: what somebody agreed to is stored with its number.
 */
import { text } from './text.ts';

export const privacyStatement = {
  version: 1,
  purpose: text(
    '仅用于核实身份、办理您提交的事项、就该事项与您联系和回访，以及依法接受监督检查。',
    'Used only to establish who you are, to handle what you file, to reach you about it, and for supervision as the law provides.',
  ),
  manner: text(
    '保存在平台的案件记录中，只有办理该事项的人员可以查看；超过法定保存期限后删除。',
    'Kept in the records of the case, read only by the people who handle it, and deleted once the time for which the law has it kept is over.',
  ),
  scope: text(
    '以本表所填内容为限，不收集与该事项无关的信息。',
    'Nothing beyond what this form asks for, and nothing that the matter does not need.',
  ),
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
