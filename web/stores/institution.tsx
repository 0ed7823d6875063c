/** The institution of a store as its application has it: address, people, how to reach them. */
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCase } from '../cases/queries.ts';
import { isObject, meant, type Schema } from '../forms/schema.ts';
import { ShownObject } from '../forms/shown-value.tsx';
import { Empty, Read } from '../parts/states.tsx';

/** @param applicationId the case that the store was opened by */
export default function Institution({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('stores');
  return (
    <Read query={useCase(applicationId)}>
      {({ forms: [form] }) => {
        const schema = (form?.schema ?? {}) as Schema;
        const part = meant(schema, schema).properties?.['institution'];
        const value = form?.data['institution'];
        if (part === undefined || !isObject(value)) return <Empty>{t('institutionNone')}</Empty>;
        return (
          <>
            <ShownObject schema={part} root={schema} value={value} />
            <Anchor component={Link} href={`/cases/${applicationId}`} size="sm">
              {t('toApplication')}
            </Anchor>
          </>
        );
      }}
    </Read>
  );
}
