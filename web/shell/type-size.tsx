/** The large type that GB/T 37668 asks for; the choice is kept in this browser. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const KEPT = 'anjuan.type-size';

function show(isLarge: boolean): void {
  if (isLarge) document.documentElement.dataset['typeSize'] = 'large';
  else delete document.documentElement.dataset['typeSize'];
}

show(localStorage.getItem(KEPT) === 'large');

export function TypeSize() {
  const { t } = useTranslation();
  const [isLarge, setLarge] = useState(localStorage.getItem(KEPT) === 'large');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-pressed={isLarge}
      onClick={() => {
        setLarge(!isLarge);
        show(!isLarge);
        localStorage.setItem(KEPT, isLarge ? 'normal' : 'large');
      }}
    >
      {t('largeType')}
    </Button>
  );
}
