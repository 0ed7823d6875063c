/** A telephone number that a phone can call. */
import { Anchor } from '@mantine/core';

export function Telephone({ number }: { readonly number: string }) {
  return (
    <Anchor href={`tel:${number}`} inherit style={{ textDecoration: 'underline' }}>
      {number}
    </Anchor>
  );
}
