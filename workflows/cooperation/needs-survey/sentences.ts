/** What the timeline says of the actions of every survey (XC-05.3). */
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { SurveyInputs } from './facts.ts';

type Input<A extends keyof SurveyInputs> = SurveyInputs[A];

export function surveySentences(categories: Readonly<Record<string, Text>>) {
  const title = (code: string) => categories[code] ?? text(code, code);
  const ofCategory = (code: string, count: number) => entry(title(code), text(`${count} 份`, String(count)));
  return {
    completeSurvey: ({ summary, products = [] }: Pick<Input<'completeSurvey'>, 'summary' | 'products'>) =>
      parts(
        summary,
        products.length === 0
          ? undefined
          : entry(text('拟开发的服务产品', 'products to be developed'), listed(products)),
      ),

    answerReceived: ({ category }: Input<'answerReceived'>) => title(category),

    partCompleted: ({ answers, requests, byCategory, late }: Input<'partCompleted'>) =>
      parts(
        text(`答复 ${answers} 份`, `${answers} answers`),
        Object.keys(byCategory).length === 0
          ? undefined
          : listed(Object.entries(byCategory).map(([code, count]) => ofCategory(code, count))),
        text(`转办需求 ${requests} 项`, `${requests} turned into requests`),
        late ? text('逾期报送', 'late') : undefined,
      ),
  };
}
