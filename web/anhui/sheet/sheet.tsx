/** The sheet on which a member is evaluated, row by row with what is counted (AH-EVAL-01, 02, table 4.21). */
import { Stack, Table, Text as Paragraph } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvaluationSheet, SheetExtra, SheetRow } from '../../../rules/ah/sheet.ts';
import { Part } from '../../parts/page.tsx';
import { Tag } from '../../parts/tag.tsx';
import { addWords, useLocale } from '../../words/words.ts';
import { sheetWords } from './words.ts';

addWords('evaluationSheet', sheetWords);

export default function ShownSheet({ sheet }: { readonly sheet: EvaluationSheet }) {
  const { t } = useTranslation('evaluationSheet');
  const { say } = useLocale();
  const heads = ['item', 'counted', 'basis'] as const;
  return (
    <Part title={t('sheet')}>
      <Stack gap="md">
        <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="group" aria-label={t('sheet')}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th key={head}>{t(head)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            {sheet.groups.map(({ group, title, rows }) => (
              <Table.Tbody key={group}>
                <Table.Tr>
                  <Table.Th colSpan={heads.length} scope="rowgroup">
                    {say(title)}
                  </Table.Th>
                </Table.Tr>
                {rows.map((row) => (
                  <ShownRow key={row.item} row={row} />
                ))}
              </Table.Tbody>
            ))}
          </Table>
        </Table.ScrollContainer>
        <Extras title={t('bonuses')} extras={sheet.bonuses} />
        <Extras title={t('deductions')} extras={sheet.deductions} />
      </Stack>
    </Part>
  );
}

function ShownRow({ row: { title, measure, basis, value, task, beside, flags } }: { readonly row: SheetRow }) {
  const { t } = useTranslation('evaluationSheet');
  const { say } = useLocale();
  return (
    <Table.Tr>
      <Table.Td>
        {say(title)}
        <Paragraph size="sm" c="dimmed">
          {say(measure)}
        </Paragraph>
      </Table.Td>
      <Table.Td>
        {value ?? t('notCounted')}
        {task !== null && ` ${t('task', { task })}`}
        {beside.map(({ title: of, n }) => (
          <Paragraph key={of.zh} size="sm" c="dimmed">
            {say(of)} {n}
          </Paragraph>
        ))}
        {flags.map((flag) => (
          <Tag key={flag.zh} tone="warning">
            {say(flag)}
          </Tag>
        ))}
      </Table.Td>
      <Table.Td>{say(basis)}</Table.Td>
    </Table.Tr>
  );
}

function Extras({ title, extras }: { readonly title: string; readonly extras: readonly SheetExtra[] }) {
  const { t } = useTranslation('evaluationSheet');
  const { say } = useLocale();
  return (
    <div>
      <Paragraph fw={600}>{title}</Paragraph>
      {extras.map(({ item, title: of, value, remarks }) => (
        <div key={item}>
          <Paragraph>
            {say(of)} {value ?? t('notCounted')}
          </Paragraph>
          {remarks.map((remark) => (
            <Paragraph key={remark.zh} size="sm" c="dimmed">
              {say(remark)}
            </Paragraph>
          ))}
        </div>
      ))}
    </div>
  );
}
