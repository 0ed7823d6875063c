/** The user agreement and the rules of the platform in every published version, to read in full and to save (HN-NET-07.1 to 07.3): nobody signs in for it. */
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useAgreements, type Agreement } from './queries.ts';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function AgreementsPage() {
  const { t } = useTranslation('network');
  return (
    <Page title={t('agreementsTitle')}>
      <Text maw="48rem">{t('agreementsIntro')}</Text>
      <Paged list={useAgreements()} empty={t('noAgreements')}>
        {(items) => (
          <Stack gap="xl">
            {items[0] !== undefined && <ToSave agreement={items[0]} />}
            {items.map((agreement, nth) => (
              <Version key={agreement.id} agreement={agreement} isOpen={nth === 0} />
            ))}
          </Stack>
        )}
      </Paged>
    </Page>
  );
}

function Version({ agreement, isOpen }: { readonly agreement: Agreement; readonly isOpen: boolean }) {
  const { version, status, publishedAt, effectiveFrom, noticeDays, items, rules } = agreement;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Part title={t('agreementVersion', { version })} aside={<Tag tone="plain">{say(status)}</Tag>}>
      <Text size="sm">
        {t('agreementDays', { published: publishedAt.slice(0, 10), effective: effectiveFrom, days: noticeDays })}
      </Text>
      <details open={isOpen}>
        <summary>{t('readInFull')}</summary>
        <Stack gap="md" mt="sm" maw="48rem">
          {[...items, ...rules].map(({ id, title, text }) => (
            <div key={id}>
              <Title order={3} size="h5">
                {say(title)}
              </Title>
              <Text className="typed">{text}</Text>
            </div>
          ))}
        </Stack>
      </details>
    </Part>
  );
}

/** The API hands out each text in the version that is in force today. */
function ToSave({ agreement: { items, rules } }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Part title={t('saveTexts')}>
      <Group gap="md">
        {[...items, ...rules].map(({ id, title }) => (
          <Anchor key={id} href={`/api/hn-net/rules/${id}`} size="sm" download>
            {say(title)}
          </Anchor>
        ))}
      </Group>
    </Part>
  );
}
