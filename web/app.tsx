/** The console: language, theme, session, and the pages by their address. Each area is loaded when it is first opened. */
import { MantineProvider } from '@mantine/core';
import { CrashGuard } from './parts/crash.tsx';
import { Pages } from './pages.tsx';
import { SessionProvider } from './session/session.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';
import { startWords } from './words/words.ts';

startWords();
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <CrashGuard>
        <SessionProvider>
          <Shell>
            <Pages />
          </Shell>
        </SessionProvider>
      </CrashGuard>
    </MantineProvider>
  );
}
