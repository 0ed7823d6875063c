/** What became of a notice, in a word. */
import { useTranslation } from 'react-i18next';
import { Tag } from '../parts/tag.tsx';
import type { NoticeItem } from './queries.ts';

const BAD: readonly NoticeItem['status'][] = ['FAILED', 'RETURNED', 'UNKNOWN'];

export function Arrival({ status }: Pick<NoticeItem, 'status'>) {
  const { t } = useTranslation('notices');
  return BAD.includes(status) ? <Tag tone="bad">{t(`status_${status}`)}</Tag> : <Tag>{t(`status_${status}`)}</Tag>;
}
