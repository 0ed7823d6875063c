/** "Why may I not?": what is not open to this reader, answered by the code that refuses it (XC-05.1). */
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Clause } from '../parts/clause.tsx';
import { useLocale } from '../words/words.ts';
import type { CaseSeen } from './queries.ts';
import './late-words.ts';

type Refusal = CaseSeen['refused'][number];

/** @param whyNot of what a link speaks of and is not open; null if that is open */
export default function WhyNot(props: {
  readonly refused: readonly Refusal[];
  readonly whyNot: readonly Refusal[] | null;
}) {
  return (
    <>
      {props.whyNot !== null && <NotOpen refused={props.whyNot} />}
      <Refused refused={props.refused} />
    </>
  );
}

/** All of it, folded. */
function Refused({ refused }: { readonly refused: readonly Refusal[] }) {
  const { t } = useTranslation('cases');
  if (refused.length === 0) return null;
  const isLater = ({ code }: Refusal) => code === 'NOT_NOW' || code === 'CASE_CLOSED';
  return (
    <details className="no-print">
      <summary>{t('refused', { count: refused.length })}</summary>
      <Reasons refused={[...refused.filter((one) => !isLater(one)), ...refused.filter(isLater)]} />
    </details>
  );
}

/** Why what a link speaks of is not open: the reasons, as far as the reader may know them. */
function NotOpen({ refused }: { readonly refused: readonly Refusal[] }) {
  const { t } = useTranslation('cases');
  return (
    <Alert color="orange" role="status" title={t('notOpen')}>
      {refused.length === 0 ? <Text size="sm">{t('notYours')}</Text> : <Reasons refused={refused} />}
    </Alert>
  );
}

function Reasons({ refused }: { readonly refused: readonly Refusal[] }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <List size="sm" mt="xs">
      {refused.map(({ name, title, clause, message, by }) => (
        <List.Item key={name}>
          <Text span fw={600} inherit>
            {say(title)}
          </Text>{' '}
          <Clause clause={clause} />：{say(message)}
          {by.length > 0 && ` ${t('doneBy', { who: [...new Set(by.map(say))].join(t('or')) })}`}
        </List.Item>
      ))}
    </List>
  );
}
