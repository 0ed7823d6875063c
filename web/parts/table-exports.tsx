/** Links by which a list is taken away as a table, with the filters that it is shown with. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const FORMATS = ['csv', 'xlsx'] as const;

export function TableExports(props: { readonly path: string; readonly query: Readonly<Record<string, string>> }) {
  const { path, query } = props;
  const { t } = useTranslation();
  return (
    <Group gap="xs" className="no-print">
      {FORMATS.map((format) => (
        <Button
          key={format}
          component="a"
          href={`${path}?${new URLSearchParams({ ...query, format }).toString()}`}
          download
          variant="default"
          size="compact-md"
        >
          {t(`export_${format}`)}
        </Button>
      ))}
    </Group>
  );
}
