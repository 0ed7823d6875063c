/** What was filled in, read-only, with the words of its form. */
import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inBoth } from '../../rules/text.ts';
import { useLocale } from '../words/words.ts';
import { FileAnchor } from '../parts/file-anchor.tsx';
import { momentOf } from '../parts/moment.tsx';
import { isObject, meant, titleOf, type Schema } from './schema.ts';
import { useFileName } from './upload.ts';
import classes from './shown-value.module.css';
import '../cases/late-words.ts';

interface Shown {
  readonly schema: Schema;
  readonly root: Schema;
  readonly value: unknown;
  /** The version before, if there is one: what differs is marked. */
  readonly before?: unknown;
}

/** The parts of an object as a list of terms. */
export function ShownObject({ schema, root, value, before }: Shown) {
  const { say } = useLocale();
  const { t } = useTranslation('cases');
  const { properties = {} } = meant(schema, root);
  const parts = isObject(value) ? value : {};
  const names = [...Object.keys(properties), ...Object.keys(parts).filter((name) => properties[name] === undefined)];
  return (
    <dl className={classes['terms']}>
      {names
        .filter((name) => isThere(parts[name]))
        .map((name) => {
          const part = properties[name] ?? {};
          const old = isObject(before) ? before[name] : undefined;
          const differs = before !== undefined && JSON.stringify(old) !== JSON.stringify(parts[name]);
          return (
            <div key={name} data-changed={differs || undefined} data-parts={isObject(parts[name]) || undefined}>
              <dt>{say(titleOf(meant(part, root), name))}</dt>
              <dd>
                <ShownValue
                  schema={part}
                  root={root}
                  value={parts[name]}
                  {...(before !== undefined && { before: old })}
                />
                {differs && !isObject(parts[name]) && (
                  <Text size="xs" c="dimmed" component="div">
                    {isThere(old) ? (
                      <>
                        {t('before', { value: '' })}
                        <ShownValue schema={part} root={root} value={old} />
                      </>
                    ) : (
                      t('changed')
                    )}
                  </Text>
                )}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

export function ShownValue({ schema: given, root, value, before }: Shown) {
  const schema = meant(given, root);
  const { say, locale } = useLocale();
  const { t } = useTranslation();
  const { t: forms } = useTranslation('forms');
  if (Array.isArray(value)) {
    const values: readonly unknown[] = value;
    const items = schema.items ?? {};
    return meant(items, root).type === 'object' ? (
      <Stack gap="xs">
        {values.map((part, at) => (
          <ShownObject key={at} schema={items} root={root} value={part} />
        ))}
      </Stack>
    ) : (
      <List size="sm">
        {values.map((part, at) => (
          <List.Item key={at}>
            <ShownValue schema={items} root={root} value={part} />
          </List.Item>
        ))}
      </List>
    );
  }
  if (isObject(value)) return <ShownObject schema={schema} root={root} value={value} before={before} />;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    const unit = schema['x-money'] === undefined ? schema['x-unit'] && say(schema['x-unit']) : forms('yuan');
    // Without a unit it may be a year or a code, whose digits stand together.
    return unit === undefined ? String(value) : `${value.toLocaleString(locale)} ${unit}`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const choice = schema['x-choices']?.[text];
  if (choice !== undefined) return say(choice);
  if (schema['x-refers'] === 'file') return <FileLink id={text} />;
  if (schema.format === 'date-time') return momentOf(text);
  return <span className="typed">{say(inBoth(text))}</span>;
}

/** A file, opened in a window of its own. */
export function FileLink({ id }: { readonly id: string }) {
  const name = useFileName(id);
  return (
    <FileAnchor href={`/api/files/${id}?inline=true`} name={name ?? id}>
      {name ?? id}
    </FileAnchor>
  );
}
