/** How many notices the reader has not acknowledged, with the way to them; counted anew when one comes (XC-03). */
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { may, type Me } from '../session/session.tsx';
import classes from './shell.module.css';

export function Bell({ me, onGo }: { readonly me: Me; readonly onGo: () => void }) {
  const { t } = useTranslation();
  const mayRead = may(me, 'notice.acknowledge') && !me.mustChangePassword && !me.mustSetSecondFactor;
  const { data } = useQuery({
    // Below the key of all notices, which is read anew when one comes and when one is acknowledged.
    queryKey: ['notices', 'counts'],
    queryFn: () => answered(api.GET('/api/notices/counts')),
    enabled: mayRead,
  });
  if (!mayRead) return null;
  const unread = data?.unread ?? 0;
  const name = t('unreadNotices', { count: unread });
  return (
    <Anchor
      component={Link}
      href="/notices?which=unread"
      size="sm"
      c="inherit"
      className={classes['bell']}
      aria-label={name}
      title={name}
      onClick={onGo}
    >
      <svg
        width="18"
        height="18"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d="M6 17V11a6 6 0 0 1 12 0v6l2 2H4l2-2zM10 21h4" />
      </svg>
      {unread > 0 && <span className={classes['count']}>{unread > 99 ? '99+' : unread}</span>}
    </Anchor>
  );
}
