/** The credit record of a provider: complaints upheld, breaches found, what became of them, and what the provider has against them (HN-NET-12.1, 12.2, 20.4). */
import { Alert, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import rows from '../parts/rows.module.css';
import { Empty } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';
import { useListed } from './listed.ts';
import type { Provider } from './queries.ts';

type Record = Provider['credit'];

/** One line of the record, whichever it came from. */
interface Line {
  readonly day: string;
  readonly result: string;
  readonly grounds: string;
  readonly contest: Record['complaints'][number]['contest'];
}

export function Credit({ credit }: { readonly credit: Record }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  const lines = useLines(credit);
  if (lines.length === 0) return <Empty>{t('noCredit')}</Empty>;
  return (
    <>
      {credit.warning !== null && <Alert color="red">{t('creditWarning', { count: credit.warning })}</Alert>}
      <Text>{t('upheld', { count: credit.upheld })}</Text>
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('upheldOn')}</Table.Th>
            <Table.Th>{t('result')}</Table.Th>
            <Table.Th>{t('breached')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ day, result, grounds, contest }, at) => (
            <Table.Tr key={at}>
              <Table.Td data-label={t('upheldOn')}>{day}</Table.Td>
              <Table.Td data-label={t('result')}>
                {result}
                {contest !== null && ` · ${say(contest.status)} (${contest.decidedOn ?? contest.contestedOn})`}
              </Table.Td>
              <Table.Td data-label={t('breached')}>{grounds}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function useLines({ complaints, violations }: Record): Line[] {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  const list = useListed();
  const upheld = complaints.map(({ result, upheldOn, breached, reopenedOn, reversedOn, contest }) => ({
    day: upheldOn,
    result: [
      say(result),
      ...(reopenedOn === null ? [] : [t('reopenedOn', { day: reopenedOn })]),
      ...(reversedOn === null ? [] : [t('reversedOn', { day: reversedOn })]),
    ].join(' · '),
    grounds: list(breached.map((ground) => say(ground))),
    contest,
  }));
  const found = violations.map(({ breach, foundOn, liftedOn, contest }) => ({
    day: foundOn,
    result: liftedOn === null ? t('breachFound') : t('liftedOn', { day: liftedOn }),
    grounds: say(breach),
    contest,
  }));
  return [...upheld, ...found].sort((a, b) => (a.day < b.day ? 1 : -1));
}
