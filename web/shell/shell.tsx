/** What every page has around it: the way to the other pages, the account, the language, and a bar while the clock is not the real one. */
import { Anchor, Box, Burger, Button, Container, Group, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { answered, api } from '../api/client.ts';
import { momentOf } from '../parts/moment.tsx';
import { may, useSession, useSignOut, type Me } from '../session/session.tsx';
import { LiveUpdates } from '../session/live.tsx';
import { SignInForm } from '../session/sign-in-form.tsx';
import { chooseLocale, useLocale } from '../words/words.ts';
import { Bell } from './bell.tsx';
import { destinations, publicDestinations } from './destinations.ts';
import { TypeSize } from './type-size.tsx';
import classes from './shell.module.css';

export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header />
      <Container component="main" id="content" size="80rem" py="lg" tabIndex={-1} style={{ outline: 'none' }}>
        {children}
      </Container>
      <Container component="footer" size="80rem" py="md">
        <Text size="xs" c="dimmed">
          {t('beijingTime')}
        </Text>
      </Container>
      <SignInAgain />
      <LiveUpdates />
    </>
  );
}

function Header() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  const signOut = useSignOut();
  const [path, go] = useLocation();
  return (
    <header className={`${classes['header']} no-print`}>
      {me != null && <TrainingBar me={me} />}
      <Container size="80rem" className={classes['bar']}>
        <Anchor component={Link} href="/" fw={700} size="lg" c="inherit" underline="never">
          案卷 <span lang="en">Anjuan</span>
        </Anchor>
        <Burger
          className={classes['burger']}
          size="sm"
          opened={isOpen}
          aria-label={t('menu')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        <div className={classes['ways']} data-open={isOpen}>
          {me !== undefined && <Ways me={me} onGo={() => setOpen(false)} />}
          <Group gap="xs" ml="auto">
            <TypeSize />
            <Button
              variant="subtle"
              size="compact-sm"
              lang={locale === 'en' ? 'zh-CN' : 'en'}
              onClick={() => chooseLocale(locale === 'en' ? 'zh-CN' : 'en')}
            >
              {t('language')}
            </Button>
            {me === null && path !== '/sign-in' && (
              <Button component={Link} href="/sign-in" variant="default" size="compact-sm">
                {t('signIn')}
              </Button>
            )}
            {me != null && (
              <>
                <Bell me={me} onGo={() => setOpen(false)} />
                <Anchor component={Link} href="/account" size="sm" onClick={() => setOpen(false)}>
                  {me.name}
                </Anchor>
                <Button variant="default" size="compact-sm" onClick={() => void signOut().then(() => go('/sign-in'))}>
                  {t('signOut')}
                </Button>
              </>
            )}
          </Group>
        </div>
      </Container>
    </header>
  );
}

/** The areas that the account's offices open, or those for everybody where nobody is signed in. */
function Ways({ me, onGo }: { readonly me: Me | null; readonly onGo: () => void }) {
  const { t } = useTranslation();
  const [path] = useLocation();
  return (
    <nav aria-label={t('navigation')} className={classes['nav']}>
      {(me === null
        ? publicDestinations
        : destinations.filter(({ ability }) => [ability].flat().some((one) => may(me, one)))
      ).map(({ href, name }) => (
        <Link
          key={href}
          href={href}
          onClick={onGo}
          className={classes['way']}
          aria-current={path.startsWith(href) ? 'page' : undefined}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}

/** In training mode the clock is not that of the day; a bar of another colour says so on every page. */
function TrainingBar({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: () => answered(api.GET('/api/clock')),
    enabled: may(me, 'clock.read'),
    refetchInterval: 60_000,
  });
  if (data === undefined) return null;
  return <Box className={classes['training']}>{t('training', { now: momentOf(data.now) })}</Box>;
}

/** Over the page that somebody worked on when the session ended. */
function SignInAgain() {
  const { t } = useTranslation();
  const { hasEnded } = useSession();
  return (
    <Modal
      opened={hasEnded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('expired')}
      centered
    >
      <Text size="sm" mb="md">
        {t('expiredText')}
      </Text>
      <SignInForm />
    </Modal>
  );
}
