/** Who everybody may find: the open stores, those that the home page shows, the results of assessments, and the public registers. */
import { Anchor, List, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { partyId } from '../../rules/parties/party.ts';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import rows from '../parts/rows.module.css';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { AssessedYears } from './assessed-years.tsx';
import { StoreDirectory } from './store-directory.tsx';
import { directoryWords } from './stores/words.ts';
import { publicWords } from './words.ts';

addWords('public', publicWords);
addWords('directory', directoryWords);

export default function DirectoryPage() {
  const { t } = useTranslation('public');
  const { t: words } = useTranslation('directory');
  const { say } = useLocale();
  const { me } = useSession();
  const registers = useQuery({ queryKey: ['registers'], queryFn: () => answered(api.GET('/api/registers')) });
  return (
    <Page title={t('directoryTitle')}>
      <Text size="sm" c="dimmed" maw="48rem">
        {t('disclaimer')}
      </Text>
      <Part title={words('stores')}>
        <StoreDirectory />
      </Part>
      <Part title={t('publicised')}>
        <Publicised />
      </Part>
      <Part title={words('assessed')}>
        <AssessedYears />
      </Part>
      <Read query={registers}>
        {({ items }) => (
          <Stack gap="xl">
            {items.map(({ register, title }) => (
              <Part
                key={register}
                title={say(title)}
                aside={may(me, 'case.export') && <TableExports path={`/api/registers/${register}/export`} />}
              >
                <Register register={register} />
              </Part>
            ))}
          </Stack>
        )}
      </Read>
    </Page>
  );
}

function Publicised() {
  const { t } = useTranslation('public');
  const stores = useQuery({ queryKey: ['publicised'], queryFn: () => answered(api.GET('/api/stores/publicised')) });
  return (
    <Read query={stores}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('publicisedNone')}</Empty>
        ) : (
          <List listStyleType="none" spacing="xs">
            {items.map(({ id, name, since }) => (
              <List.Item key={id}>
                {/* The API serves this page itself. */}
                <Anchor style={{ textDecoration: 'underline' }} href={`/stores/${id}`}>
                  {name}
                </Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  {t('since', { day: since.slice(0, 10) })}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </Read>
  );
}

function useRegister(register: string) {
  return usePages(['register', register], (at) =>
    answered(api.GET('/api/registers/{register}', { params: { path: { register }, query: at } })),
  );
}

function Register({ register }: { readonly register: string }) {
  const { t } = useTranslation('public');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const entries = useRegister(register);
  return (
    <Paged list={entries} empty={t('registerEmpty')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('holder')}</Table.Th>
              <Table.Th>{t('status')}</Table.Th>
              <Table.Th>{t('body')}</Table.Th>
              <Table.Th>{t('valid')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ party, name, statusTitle, body, validFrom, validTo }) => (
              <Table.Tr key={`${party} ${body.id}`}>
                <Table.Td>
                  <Named register={register} party={party} name={name} />
                </Table.Td>
                <Table.Td data-label={t('status')}>{say(statusTitle)}</Table.Td>
                <Table.Td data-label={t('body')}>{say(body.name)}</Table.Td>
                <Table.Td data-label={t('valid')}>
                  {validFrom === null
                    ? common('none')
                    : validTo === null
                      ? t('validFrom', { from: validFrom })
                      : t('validUntil', { from: validFrom, to: validTo })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}

/** Where the page of an entry is, by its register. */
const PAGES: Readonly<Record<string, (party: string) => string>> = {
  'hn-net.providers': (party) => `/providers/${encodeURIComponent(party)}`,
  'hn-net.windows': (party) => `/platforms/${encodeURIComponent(partyId(party))}`,
};

function Named({
  register,
  party,
  name,
}: {
  readonly register: string;
  readonly party: string;
  readonly name: string;
}) {
  const page = PAGES[register];
  if (page === undefined) return name;
  return (
    <Anchor component={Link} href={page(party)} inherit>
      {name}
    </Anchor>
  );
}
