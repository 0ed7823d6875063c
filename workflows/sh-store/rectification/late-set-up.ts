/** Ground (a), 四.3: the set-up case says what is missing, when it is done, and when the limit has passed (SH-STORE-09.1, 09.4). */
import { parts, remarked } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { setUpCorrections, setUpFacts } from '../set-up-facts.ts';
import type { LateSetUp, Rectification } from './contract.ts';

const ground = text('超过5个工作日未完成店铺装修及产品上架', 'Set-up not finished after more than five working days');

export function openLateSetUp(step: Rectification, opening: LateSetUp): void {
  const { approvedAt, asOf = step.now, decorationPublishedAt, listedProducts } = opening;
  const neededProducts = step.number('setup.products');
  const setUp = { approvedAt, asOf, decorationPublishedAt, listedProducts, neededProducts };
  const facts = setUpFacts(setUp);
  const newProducts = text('除首次上架外不得上新', 'No new products beyond the first listing');
  step.record('RECTIFICATION_OPENED', remarked(ground, parts(...facts)), {
    clause: 'SH-STORE 四.3',
    requirement: 'SH-STORE-09.1',
    detail: { approvedAt, decorationPublishedAt, listedProducts },
  });
  step.notify(
    'rectificationOpened',
    'provider',
    {
      ground,
      clause: 'SH-STORE 四.3',
      facts,
      corrections: setUpCorrections(setUp),
      effects: [
        ...(step.isOn('rectification.noNewProducts') ? [newProducts] : []),
        text('平台不作推广和推荐', 'The platform neither promotes nor recommends the store'),
        text('已有订单照常履行', 'Orders in hand continue'),
      ],
    },
    ['correction'],
  );
}
