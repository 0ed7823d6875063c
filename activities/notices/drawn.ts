/** From a layout to the two bodies of a mail. */
import { plainTextSelectors } from '@react-email/render';
import { compile } from 'html-to-text';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Mail programs know XHTML 1.0 best. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Reads its options once: for each mail anew it takes three times as long. */
const plain = compile({
  wordwrap: false,
  selectors: [
    ...plainTextSelectors,
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
    { selector: 'table.facts', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'table.table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    // The plain text shows the address beside the button's label already.
    { selector: 'p.fallback', format: 'skip' },
    // A citation is read as words: with its address in the middle of a sentence it would not be.
    { selector: 'a.clause', format: 'anchor', options: { ignoreHref: true } },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
});

/** The same layout gives the same bodies. */
export function drawn(layout: ReactNode): { readonly html: string; readonly text: string } {
  const html = `${DOCTYPE}${renderToStaticMarkup(layout)}`;
  return { html, text: plain(html) };
}
