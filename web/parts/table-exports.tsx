/** Links by which a list is taken away as a table, with the filters that it is shown with, and as a document where it has that form. */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const FORMATS = ['csv', 'xlsx'] as const;

export function TableExports(props: {
  readonly path: string;
  /** What of the page is taken away, where there is more than one thing. */
  readonly of?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Address of the same as PDF. */
  readonly pdf?: string;
}) {
  const { path, of, query = {}, pdf } = props;
  const { t } = useTranslation();
  return (
    <Group gap="xs" className="no-print" role="group" aria-label={of}>
      {of !== undefined && <Text size="sm">{of}</Text>}
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
      {pdf !== undefined && (
        <Button component="a" href={pdf} download variant="default" size="compact-md">
          {t('export_pdf')}
        </Button>
      )}
    </Group>
  );
}
