/** Where a store application begins, and the drafts that are not filed yet. */
import { useTranslation } from 'react-i18next';
import { addWords } from '../words/words.ts';
import { APPLICATION } from './drafts.ts';
import { DraftsPage } from './drafts-page.tsx';
import { applicationsWords } from './words.ts';

addWords('applications', applicationsWords);

export default function ApplicationsPage() {
  const { t } = useTranslation('applications');
  return <DraftsPage kind={APPLICATION} title={t('title')} intro={t('intro')} begin={t('begin')} />;
}
