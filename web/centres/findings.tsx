/** What the centres that the reader looks after, or is, have and lack of the standard; nothing for who looks after none (EC-CENTRE-08.6). */
import { Anchor, Group, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { itemsOf } from '../api/pages.ts';
import { Part } from '../parts/page.tsx';
import { More } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { useFindings, type Findings } from './queries.ts';

export function FindingsPart() {
  const { t } = useTranslation('centres');
  const { me } = useSession();
  const list = useFindings();
  const centres = itemsOf<Findings>(list.data);
  if (centres.length === 0) return null;
  return (
    <Part title={t('findings')} aside={may(me, 'case.export') && <Reviews />}>
      <Text size="sm" c="dimmed" maw="48rem">
        {t('findingsIntro')}
      </Text>
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {(['centre', 'lacking', 'sign'] as const).map((head) => (
              <Table.Th key={head}>{t(head)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {centres.map((centre) => (
            <FindingsRow key={centre.party} centre={centre} />
          ))}
        </Table.Tbody>
      </Table>
      <More list={list} />
    </Part>
  );
}

/** The reviews of a year to take away: last year's unless another one is named (EC-CENTRE-08). */
function Reviews() {
  const { t } = useTranslation('centres');
  const [year, setYear] = useState('');
  return (
    <Group gap="xs" align="end" className="no-print">
      <TextInput
        label={t('reviewsOf')}
        inputMode="numeric"
        w="8rem"
        value={year}
        onChange={(event) => setYear(event.currentTarget.value)}
      />
      <TableExports path="/api/ec-centre/reviews/export" query={/^2\d{3}$/.test(year) ? { year } : {}} />
    </Group>
  );
}

function FindingsRow({ centre: { name, classTitle, notMet, sign, caseId } }: { readonly centre: Findings }) {
  const { t } = useTranslation('centres');
  const { say } = useLocale();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        {caseId === null ? (
          name
        ) : (
          <Anchor component={Link} href={`/cases/${caseId}`} inherit>
            {name}
          </Anchor>
        )}{' '}
        <Tag>{say(classTitle)}</Tag>
      </Table.Td>
      <Table.Td data-label={t('lacking')}>
        {notMet.length === 0 ? (
          <Tag tone="good">{t('allMet')}</Tag>
        ) : (
          <Group gap="xs">
            {notMet.map((item) => (
              <Tag key={item.en} tone="warning">
                {say(item)}
              </Tag>
            ))}
          </Group>
        )}
      </Table.Td>
      <Table.Td data-label={t('sign')}>
        <Sign sign={sign} />
      </Table.Td>
    </Table.Tr>
  );
}

function Sign({ sign }: { readonly sign: Findings['sign'] }) {
  const { t } = useTranslation('centres');
  const { say } = useLocale();
  if (sign === null) return t('signNotJudged');
  const { judgedOn, failed, missingOn } = sign;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('signOn', { day: judgedOn })}
      </Text>
      {failed.length === 0 && missingOn.length === 0 && <Text>{t('signGood')}</Text>}
      {failed.map((check) => (
        <Text key={check.en}>{t('notSo', { check: say(check) })}</Text>
      ))}
      {missingOn.length > 0 && (
        <Text size="sm">{t('signMissingOn', { carriers: missingOn.map((one) => say(one)).join(t('comma')) })}</Text>
      )}
    </>
  );
}
