/** What several mails of a registration say. */
import { list, paragraph, type Block } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { Text } from '../../../rules/text.ts';
import type { Withheld } from './notices.ts';

/** The services that are not shown, each with its reason, and what to do about it (HN-NET-06.5). */
export function withheldServices(withheld: readonly Withheld[], say: Words): readonly Block[] {
  if (withheld.length === 0) return [];
  const zh = say.locale === 'zh-CN';
  const items = withheld.map(({ service, reason }) => `${service}${zh ? '：' : ': '}${say.of(reason)}`);
  return [
    ...list(zh ? '下列服务（商品）信息未通过审查，不予展示' : 'These services or goods are not shown', items),
    paragraph(
      zh
        ? '请在案件中更正上述信息，审查通过后展示。'
        : 'Please correct them in the case; they are shown once they have passed the review.',
    ),
  ];
}

/** For what the listing stays suspended all the same. */
export function stillSuspended(remaining: readonly Text[], say: Words): readonly Block[] {
  return list(
    say.locale === 'zh-CN' ? '因下列情形，仍然暂停展示' : 'The listing stays suspended because of',
    say.all(remaining),
  );
}
