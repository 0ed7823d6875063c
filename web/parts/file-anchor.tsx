/** A link to a file of the API. Who reads by a tracking code gets it saved, because a link cannot show the code. */
import { Anchor } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { isTracking, trackingHeaders } from '../api/tracking.ts';

export function FileAnchor(props: { readonly href: string; readonly name: string; readonly children: ReactNode }) {
  const { href, name, children } = props;
  const onClick = (event: MouseEvent) => {
    if (!isTracking()) return;
    event.preventDefault();
    void save(href, name);
  };
  return (
    <Anchor href={href} target="_blank" rel="noopener" size="sm" mr="md" onClick={onClick}>
      {children}
    </Anchor>
  );
}

async function save(href: string, name: string): Promise<void> {
  const answer = await fetch(href, { headers: trackingHeaders() });
  if (!answer.ok) return;
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
