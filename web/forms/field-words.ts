import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { useForm, type FieldProps } from './form-context.ts';
import { titleOf } from './schema.ts';

/** The words around an input, by its schema. */
export function useFieldWords({
  schema,
  name,
  path,
  isRequired,
}: Pick<FieldProps, 'schema' | 'name' | 'path' | 'isRequired'>) {
  const { say } = useLocale();
  const { t } = useTranslation();
  const { faults, isDisabled } = useForm();
  const help = schema['x-help'];
  const fault = faults[path];
  const title = say(titleOf(schema, name));
  const mark = t(schema['x-conditional'] === true ? 'conditional' : 'optional');
  const label = isRequired ? title : `${title}（${mark}）`;
  return {
    title,
    label,
    /** What goes to the input besides its value. */
    words: {
      label,
      description: help && say(help),
      error: fault && say(fault),
      disabled: isDisabled,
      'data-path': path,
    },
  };
}
