/** What the directory says of a provider, in the form and in later changes (EC-CENTRE-03.1). Not for workflow code. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { orNull, titled } from '../../engine/titled.ts';
import { line, paragraphs } from '../../engine/typed.ts';

export const listingFields = {
  introduction: titled(orNull(paragraphs(1000)).default(null), '服务商介绍', 'Introduction of the provider'),
  services: titled(
    z
      .array(
        z.strictObject({
          content: titled(line(200), '服务内容', 'Content of the service'),
          price: titled(
            orNull(line(100)).default(null),
            '服务价格',
            'Price',
            text('可写明计价方式，例如“每月 800 元起”。', 'Say how it is reckoned, e.g. from RMB 800 a month.'),
          ),
        }),
      )
      .max(50),
    '服务',
    'Services',
  ),
};
