/** The fields of an input that releases a data package. Not for workflow code. */
import { z } from 'zod';
import { packageFieldKeys, packageFields } from '../../rules/hn-net/data-package.ts';
import { text } from '../../rules/text.ts';
import { choice } from '../engine/choice.ts';
import { shortText } from '../engine/input.ts';
import { titled } from '../engine/titled.ts';

export const packageInput = {
  fields: titled(z.array(choice(packageFields)).max(packageFieldKeys.length), '提供的资料', 'What is released'),
  purpose: titled(
    shortText.optional(),
    '使用目的',
    'Purpose',
    text('个人信息用于何种目的；含个人信息的须填写。', 'What personal information is needed for.'),
  ),
};
