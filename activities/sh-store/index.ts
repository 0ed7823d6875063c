/** What cases of the store regime read and write of the records. */
import { recomputeNext } from '../../prisma/sh-store/recompute.ts';
import { shStoreContactForms as contactForms } from './contact-forms.ts';
import { shStoreReaders as readers, shStoreReadersOfMany as readersOfMany } from './readings.ts';
import { shStoreWriters as writers } from './records.ts';

export const records = { readers, readersOfMany, writers, contactForms, workBeside: recomputeNext };
