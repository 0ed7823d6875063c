/** What stands in the place of a page that broke. */
import { Alert, Button, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

interface Props {
  readonly children: ReactNode;
}

export class CrashGuard extends Component<Props, { readonly hasBroken: boolean }> {
  override state = { hasBroken: false };

  static getDerivedStateFromError() {
    return { hasBroken: true };
  }

  override render() {
    if (!this.state.hasBroken) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <Alert color="red" title={t('failed')} role="alert" m="md">
            <Text size="sm">{t('crashed')}</Text>
            <Button mt="xs" size="xs" variant="default" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          </Alert>
        )}
      </Translation>
    );
  }
}
