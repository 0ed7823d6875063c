/** Who has to do with the case, by name, for the bodies that handle it (XC-05.3). */
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { organisationCode } from '../../../rules/parties/party.ts';
import { answered, api } from '../../api/client.ts';
import { useTitles, useVocabulary } from '../../api/vocabulary.ts';
import type { components } from '../../generated/api.ts';
import { momentOf } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import { Read } from '../../parts/states.tsx';
import { may, useSession } from '../../session/session.tsx';
import { addWords, useLocale } from '../../words/words.ts';
import { caseKey } from '../queries.ts';
import { participantsWords } from './words.ts';

addWords('participants', participantsWords);

type Person = components['schemas']['Participants']['people'][number];

export default function Participants({ id }: { readonly id: string }) {
  const { t } = useTranslation('participants');
  const { say } = useLocale();
  const { me } = useSession();
  const { regions } = useVocabulary();
  const titled = useTitles();
  const mayRead = may(me, 'case.handle');
  const participants = useQuery({
    queryKey: [...caseKey(id), 'participants'],
    queryFn: () => answered(api.GET('/api/cases/{id}/participants', { params: { path: { id } } })),
    enabled: mayRead,
  });
  if (!mayRead) return null;
  return (
    <Part title={t('title')}>
      <Read query={participants}>
        {({ parties, bodies, people }) => (
          <List listStyleType="none" spacing={4}>
            {parties.map(({ party, as, name, follows }) => (
              <One key={`${party} ${as.zh}`} name={name ?? t('nameless')}>
                {say(as)} {organisationCode(party)}
                {follows && ` · ${t('follows')}`}
              </One>
            ))}
            {bodies.map(({ bodyId, region, title, handles }) => (
              <One key={`${bodyId} ${region}`} name={say(title)}>
                {titled(regions, region)} · {t(handles ? 'handles' : 'handled')}
              </One>
            ))}
            {people.map((person) => (
              <One key={person.id} name={person.name ?? t('nameless')}>
                {whatOf(person)}
              </One>
            ))}
          </List>
        )}
      </Read>
    </Part>
  );

  function whatOf({ capacities, acts, lastActAt, holds }: Person): string {
    const parts = [
      ...capacities.map(say),
      ...(lastActAt === null ? [] : [t('acts', { count: acts, at: momentOf(lastActAt) })]),
      ...(holds.length === 0 ? [] : [t('holds', { tasks: holds.map(say).join(', ') })]),
    ];
    return parts.join(' · ');
  }
}

function One({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <List.Item>
      {name}{' '}
      <Text span c="dimmed" size="sm">
        {children}
      </Text>
    </List.Item>
  );
}
