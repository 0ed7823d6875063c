import { useTranslation } from 'react-i18next';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import type { RegulationDocument } from './queries.ts';

/** How far a document is in force, and since when. */
export function Standing({ standing }: { readonly standing: RegulationDocument['standing'] }) {
  const { t } = useTranslation('regulations');
  const { say } = useLocale();
  return <Tag tone="plain">{t('standing', { standing: say(standing), on: standing.on })}</Tag>;
}
