/** What became of a notice, in a word. */
import { useTranslation } from 'react-i18next';
import { Tag } from '../parts/tag.tsx';
import type { NoticeItem } from './queries.ts';

const BAD: readonly NoticeItem['status'][] = ['FAILED', 'RETURNED', 'UNKNOWN'];

type Shown = Pick<NoticeItem, 'status'> & Partial<Pick<NoticeItem, 'mayHaveArrived'>>;

export function Arrival({ status, mayHaveArrived = false }: Shown) {
  const { t } = useTranslation('notices');
  const words = `${t(`status_${status}`)}${mayHaveArrived ? t('mayHaveArrived') : ''}`;
  return BAD.includes(status) ? <Tag tone="bad">{words}</Tag> : <Tag>{words}</Tag>;
}
