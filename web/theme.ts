/** Colours with a contrast of 4.5 to 1 and more on their ground (WCAG 2.2, 1.4.3), and the fonts that offices have: none is loaded. */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const azure: MantineColorsTuple = [
  '#eaf2fb',
  '#d3e3f5',
  '#a6c6ea',
  '#75a7df',
  '#4d8dd6',
  '#357cd0',
  '#2671c6',
  '#16559e',
  '#114681',
  '#0b3564',
];

const FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", system-ui, sans-serif';

export const theme = createTheme({
  primaryColor: 'azure',
  primaryShade: { light: 7, dark: 6 },
  colors: { azure },
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  defaultRadius: 'sm',
  autoContrast: true,
  respectReducedMotion: true,
  // Holding the page still would bring in a style without the nonce of the page.
  components: { Modal: { defaultProps: { lockScroll: false } } },
});
