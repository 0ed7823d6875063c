/** Pieces of input schemas that complaints and mediations share. Not for workflow code. */
import { z } from 'zod';
import { narrowOf } from '../../rules/typed.ts';
import { fileId } from '../engine/input.ts';
import { line, paragraphs } from '../engine/typed.ts';

/** What somebody says about the matter. */
export const words = paragraphs(4000);

export const fileIds = z.array(fileId).max(10).default([]).describe('Ids of uploaded files');
export const orderNumber = line(100).overwrite(narrowOf);
