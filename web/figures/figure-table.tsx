/** A table of figures: the first column names the row, the last one shows it as a bar. */
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/page.tsx';
import rows from '../parts/rows.module.css';
import { TONES, type Tone } from '../parts/tag.tsx';
import { Empty } from '../parts/states.tsx';
import style from './figures.module.css';

/** A head; one whose figure is a part of the bar has the colour of that part beside it. */
type Column = string | { readonly name: string; readonly tone: Tone };

interface Row {
  readonly key: string;
  readonly name: ReactNode;
  /** In the order of the columns. */
  readonly cells: readonly ReactNode[];
  readonly bar?: ReactNode;
}

export function FigureTable(props: {
  readonly title: string;
  readonly help: string;
  /** Head of the first column, and of the others. */
  readonly first: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}) {
  const { title, help, first } = props;
  const columns = props.columns.map((column) => (typeof column === 'string' ? { name: column, tone: null } : column));
  const { t } = useTranslation('figures');
  const hasBars = props.rows.some(({ bar }) => bar !== undefined);
  return (
    <Part title={title}>
      <Text size="sm" c="dimmed" mb="xs">
        {help}
      </Text>
      {props.rows.length === 0 ? (
        <Empty>{t('nothing')}</Empty>
      ) : (
        <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{first}</Table.Th>
              {columns.map(({ name, tone }) => (
                <Table.Th key={name} className={style['number'] ?? ''}>
                  {tone !== null && (
                    <span className={style['colour']} style={{ background: TONES[tone] }} aria-hidden="true" />
                  )}
                  {name}
                </Table.Th>
              ))}
              {hasBars && <Table.Th>{t('chart')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.rows.map(({ key, name, cells, bar }) => (
              <Table.Tr key={key}>
                <Table.Td>{name}</Table.Td>
                {cells.map((cell, nth) => (
                  <Table.Td key={columns[nth]?.name} data-label={columns[nth]?.name} className={style['number'] ?? ''}>
                    {cell}
                  </Table.Td>
                ))}
                {hasBars && <Table.Td w="20%">{bar}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Part>
  );
}
