/** The steps of a store's life, shared with the story, and what only scenarios need. All through the public API. */
export * from '../../dev/rehearsal/steps.ts';
