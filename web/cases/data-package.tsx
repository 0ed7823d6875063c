/** The data that an authority or a court was given in answer, to be handed over by the body that handles the case (HN-NET-08.5, 21.4). */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/page.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import './late-words.ts';

export default function DataPackage({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  return (
    <Part title={t('dataPackage')}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('dataPackageHelp')}
        </Text>
        <TableExports path={`/api/hn-net/data-packages/${id}`} query={{}} />
      </Stack>
    </Part>
  );
}
