/** What the pages use of react-dom, which comes without types of its own. */
declare module 'react-dom/server' {
  import type { ReactNode } from 'react';

  export function renderToStaticMarkup(node: ReactNode): string;
}
