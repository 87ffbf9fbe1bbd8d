/** What is measured, by the name `--only` takes, in the order of the table. */
export const SECTIONS = [
	'tasks',
	'sends',
	'reads',
	'items',
	'waiting',
	'loading',
	'remembering',
] as const;

export type SectionName = (typeof SECTIONS)[number];
