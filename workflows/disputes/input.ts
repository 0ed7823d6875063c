/** Pieces of input schemas that complaints and mediations share. Not for workflow code. */
import { text } from '../../rules/text.ts';
import { narrowOf } from '../../rules/typed.ts';
import { day, files } from '../engine/input.ts';
import { titled } from '../engine/titled.ts';
import { line, paragraphs } from '../engine/typed.ts';

/** What somebody says about the matter. */
export const words = paragraphs(4000);

export const fileIds = files(10).default([]);
/** What a complaint or a dispute is about, and what is asked for. */
export const disputeFields = {
  orderNumber: titled(line(100).overwrite(narrowOf).optional(), '订单编号', 'Order number'),
  account: titled(
    words,
    '事实经过',
    'What happened',
    text('写明经过：何时、何事、涉及哪项服务。', 'When it happened, what it was, and which service it is about.'),
  ),
  claim: titled(
    words,
    '诉求',
    'What is asked for',
    text('希望对方怎样做，例如退还费用。', 'What the other side should do, e.g. pay the fee back.'),
  ),
};

/** Day on which what is complained of happened. */
export const eventDay = titled(day, '事件发生日', 'Day of the event');
