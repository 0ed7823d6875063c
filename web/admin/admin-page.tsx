/** Where an administrator begins: the parts of the platform that can be set, each with what it is for. */
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../parts/page.tsx';
import { may, useMe } from '../session/session.tsx';
import { useClock } from './clock/queries.ts';
import { AREAS } from './areas.ts';
import { addWords } from '../words/words.ts';
import { adminWords } from './words.ts';

addWords('admin', adminWords);

export default function AdminPage() {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const me = useMe();
  // Outside training mode the API has no clock to move.
  const hasClock = useClock().data !== undefined;
  const areas = AREAS.filter(({ name, ability }) => may(me, ability) && (name !== 'clock' || hasClock));
  return (
    <Page title={common('admin')}>
      <List listStyleType="none" spacing="md">
        {areas.map(({ href, name }) => (
          <List.Item key={href}>
            <Anchor component={Link} href={href} fw={600}>
              {t(`area_${name}`)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t(`about_${name}`)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Page>
  );
}
