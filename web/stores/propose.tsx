/** Proposes a store for a recommendation; another manager decides (SH-STORE-16.4). */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ActForm } from '../acts/act-form.tsx';
import { Part } from '../parts/page.tsx';
import type { Store } from './queries.ts';

export default function Propose({ store: { id } }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  const [, go] = useLocation();
  return (
    <Part title={t('propose')}>
      <details>
        <summary>{t('proposeHelp')}</summary>
        <ActForm
          path="/api/stores/{id}/recommendations"
          at={{ id }}
          moves={['store', id]}
          onDone={({ caseId }) => go(`/cases/${caseId ?? ''}`)}
        />
      </details>
    </Part>
  );
}
