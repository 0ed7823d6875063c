/** The look of the mails. Inline styles only: mail programs drop style sheets. Colours keep a contrast of 4.5 to 1 or more. */
import type { CSSProperties } from 'react';
import type { Locale } from '../../rules/text.ts';

const chinese = "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC'";
const latin = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, 'Liberation Sans'";

/** The first family that has a sign draws it, so quotation marks come out narrow in English and wide in Chinese. */
export function fontFamily(locale: Locale): string {
  return locale === 'en' ? `${latin}, ${chinese}, sans-serif` : `${chinese}, ${latin}, sans-serif`;
}

const ink = '#1c2733';
const muted = '#566270';
const line = '#dfe4ea';
const blue = '#12508c';

export const styles = {
  body: { backgroundColor: '#eef1f5', margin: 0, padding: '24px 8px', color: ink },
  container: {
    backgroundColor: '#ffffff',
    border: `1px solid ${line}`,
    borderRadius: '8px',
    maxWidth: '600px',
    width: '100%',
    margin: '0 auto',
    overflow: 'hidden',
  },
  brand: { backgroundColor: blue, padding: '14px 28px' },
  brandName: {
    color: '#ffffff',
    fontSize: '16px',
    lineHeight: '24px',
    fontWeight: 600,
    margin: 0,
    letterSpacing: '1px',
  },
  main: { padding: '24px 28px 8px' },
  heading: { fontSize: '22px', lineHeight: '32px', fontWeight: 600, margin: '0 0 16px', color: ink },
  number: { fontSize: '13px', lineHeight: '20px', margin: '-8px 0 16px', color: muted },
  signature: { margin: '20px 0 14px', textAlign: 'right' },
  signatureLine: { fontSize: '15px', lineHeight: '25px', margin: 0, color: ink },
  paragraph: { fontSize: '15px', lineHeight: '25px', margin: '0 0 14px', color: ink },
  subheading: { fontSize: '15px', lineHeight: '24px', fontWeight: 600, margin: '4px 0 6px', color: ink },
  list: { margin: '0 0 14px', padding: '0 0 0 22px' },
  item: { fontSize: '15px', lineHeight: '25px', margin: '0 0 4px', color: ink },
  warning: {
    fontSize: '15px',
    lineHeight: '24px',
    margin: '4px 0 18px',
    padding: '10px 14px',
    borderLeft: '4px solid #b3261e',
    backgroundColor: '#fdf1f0',
    color: '#5f1410',
  },
  deadline: {
    margin: '4px 0 18px',
    padding: '12px 16px',
    border: '1px solid #e6c98a',
    borderLeft: '4px solid #b26a00',
    borderRadius: '4px',
    backgroundColor: '#fff9ec',
  },
  deadlineTitle: { fontSize: '14px', lineHeight: '22px', margin: 0, color: '#5c4300' },
  deadlineWords: { fontSize: '18px', lineHeight: '28px', fontWeight: 600, margin: '2px 0', color: ink },
  deadlineLine: { fontSize: '14px', lineHeight: '23px', margin: '2px 0 0', color: ink },
  entry: { margin: '0 0 10px' },
  entryNumber: { fontSize: '13px', lineHeight: '20px', margin: '0 0 6px', color: muted },
  table: { width: '100%', borderCollapse: 'collapse', margin: '4px 0 18px', borderTop: `1px solid ${line}` },
  label: {
    fontSize: '14px',
    lineHeight: '22px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
    color: muted,
    width: '32%',
    padding: '8px 12px 8px 0',
    borderBottom: `1px solid ${line}`,
  },
  value: {
    fontSize: '14px',
    lineHeight: '22px',
    textAlign: 'left',
    verticalAlign: 'top',
    color: ink,
    padding: '8px 0',
    borderBottom: `1px solid ${line}`,
    wordBreak: 'break-word',
  },
  head: {
    fontSize: '13px',
    lineHeight: '20px',
    textAlign: 'left',
    fontWeight: 400,
    color: muted,
    padding: '8px 8px 6px 0',
    borderBottom: `1px solid ${line}`,
  },
  cell: {
    fontSize: '14px',
    lineHeight: '22px',
    textAlign: 'left',
    fontWeight: 400,
    color: ink,
    padding: '8px 8px 8px 0',
    borderBottom: `1px solid ${line}`,
  },
  code: {
    fontSize: '32px',
    lineHeight: '44px',
    fontWeight: 600,
    letterSpacing: '6px',
    textAlign: 'center',
    margin: '8px 0 20px',
    color: ink,
  },
  good: { color: '#1c6b3a', fontWeight: 600 },
  bad: { color: '#b3261e', fontWeight: 600 },
  action: { margin: '6px 0 20px' },
  button: {
    backgroundColor: blue,
    color: '#ffffff',
    fontSize: '15px',
    fontWeight: 600,
    borderRadius: '5px',
    padding: '11px 22px',
    textDecoration: 'none',
  },
  address: { fontSize: '13px', lineHeight: '20px', margin: '0 0 16px', color: muted, wordBreak: 'break-all' },
  link: { color: blue },
  clause: { color: 'inherit', textDecoration: 'underline' },
  footer: { padding: '14px 28px 20px', borderTop: `1px solid ${line}`, backgroundColor: '#f7f9fb' },
  small: { fontSize: '12px', lineHeight: '19px', margin: '0 0 6px', color: muted },
} as const satisfies Record<string, CSSProperties>;
