/** The letters of a case as they went out. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FileAnchor } from '../parts/file-anchor.tsx';
import { useLocale } from '../words/words.ts';
import type { CaseSeen } from './queries.ts';
import './late-words.ts';

export function Letters({ caseId, letters }: { readonly caseId: string; readonly letters: CaseSeen['letters'] }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <Stack gap="xs">
      {letters.map((letter) => (
        <div key={letter.key}>
          <Text size="sm">
            {say(letter.title)} {letter.number} · <time dateTime={letter.issuedOn}>{letter.issuedOn}</time>
          </Text>
          {letter.files.map(({ locale, pageCount }) => (
            <FileAnchor
              key={locale}
              name={`${letter.number}.pdf`}
              href={`/api/cases/${caseId}/letters/${encodeURIComponent(letter.key)}?locale=${locale}&inline=true`}
            >
              {t('letterFile', { locale: t(locale === 'en' ? 'english' : 'chinese'), pages: pageCount })}
            </FileAnchor>
          ))}
        </div>
      ))}
    </Stack>
  );
}
