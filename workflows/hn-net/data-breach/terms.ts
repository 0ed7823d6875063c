/** The passage that the handling of a leak rests on: confidentiality of consumer data, and remedies at once. */
export const law = { clause: 'HN-NET 第九条第八项', requirement: 'HN-NET-15.8' } as const;
