/** The accounts of the platform: found by name, e-mail or credit code, each to be changed in its place; and a new one. */
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useOffices } from '../../parts/offices.ts';
import { Part } from '../../parts/page.tsx';
import { Paged } from '../../parts/paged.tsx';
import rows from '../../parts/rows.module.css';
import { SearchBox } from '../../parts/search-box.tsx';
import { Tag } from '../../parts/tag.tsx';
import { AdminPart } from '../admin-part.tsx';
import { ChangeAccount, CreateAccount } from './account-form.tsx';
import { useAccounts, type Account } from './queries.ts';

export default function AccountsPage() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [isNew, setNew] = useState(false);
  return (
    <AdminPart title={t('area_accounts')}>
      <Group align="flex-end" justify="space-between">
        <SearchBox
          label={t('findAccount')}
          value={q === '' ? undefined : q}
          onSearch={(text) => setSearch(text === undefined ? {} : { q: text }, { replace: true })}
        />
        <Button aria-expanded={isNew} onClick={() => setNew(!isNew)}>
          {t('newAccount')}
        </Button>
      </Group>
      {isNew && (
        <Part title={t('newAccount')}>
          <CreateAccount onDone={() => setNew(false)} />
        </Part>
      )}
      <AccountList accounts={useAccounts(q)} />
    </AdminPart>
  );
}

function AccountList({ accounts }: { readonly accounts: ReturnType<typeof useAccounts> }) {
  const { t } = useTranslation('admin');
  const [chosen, choose] = useState<string | null>(null);
  return (
    <Paged list={accounts} empty={t('noAccount')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('offices')}</Table.Th>
              <Table.Th>{t('status')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((account: Account) => (
              <Table.Tr key={account.id}>
                <Table.Td>
                  <Text fw={600}>{account.name}</Text>
                  <Text size="sm" c="dimmed">
                    {account.email}
                  </Text>
                  {chosen === account.id && <ChangeAccount account={account} onDone={() => choose(null)} />}
                </Table.Td>
                <Table.Td data-label={t('offices')}>
                  <OfficeList offices={account.offices} />
                </Table.Td>
                <Table.Td data-label={t('status')}>
                  <Group gap="xs">
                    <Tag tone={account.disabledAt === null ? 'good' : 'bad'}>
                      {t(account.disabledAt === null ? 'enabled' : 'disabled')}
                    </Tag>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-expanded={chosen === account.id}
                      aria-label={t('changeOf', { name: account.name })}
                      onClick={() => choose(chosen === account.id ? null : account.id)}
                    >
                      {t('change')}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}

function OfficeList({ offices }: Pick<Account, 'offices'>) {
  const inWords = useOffices();
  return (
    <Stack gap={2}>
      {offices.map((office) => (
        <Text key={`${office.role} ${office.bodyId} ${office.party}`} size="sm">
          {inWords(office)}
        </Text>
      ))}
    </Stack>
  );
}
