import { readNumber } from './ids';
import { parameter } from './percent';
import type { Refusal } from './reading';
import { isRefusal, refuse } from './reading';
import type { Kind, Page } from './reference';
import { readReference, retell, Unnamed } from './reference';
import { trimEdges } from './text';
import { readUrn } from './urn';

/** Something on LinkedIn that has a number, and a page with that number in its address. */
export interface Numbered {
	readonly id: string;
}

/** Why an input names none. */
export class NotNumbered extends Unnamed {
	override readonly name = 'NotNumbered';
}

interface Form {
	readonly noun: string;
	/** First word of the path of its page. */
	readonly path: string;
	/** Words that may stand between the first one and the number. */
	readonly within?: readonly string[];
	/** The number in the last word of its path, and in a text that is nothing else. */
	readonly inPath: RegExp;
	readonly bare: RegExp;
	/** The kinds of its URN. */
	readonly urn: RegExp;
	/** Parameters of addresses that hold the number, in lower case. */
	readonly parameters: readonly string[];
	/** Digits of every number of the kind, where they are always as many. */
	readonly digits?: number;
}

const urnOf = (kinds: string): RegExp =>
	new RegExp(`^urn:li:(?:fsd?_)?(?:${kinds}):\\(?(\\d{1,19})\\)?$`, 'i');

const FORMS = {
	group: {
		noun: 'group',
		path: 'groups',
		inPath: /^(?:\D.*-)?(\d{1,19})$/,
		bare: /^(\d{1,19})$/,
		urn: urnOf('group'),
		parameters: ['gid', 'groupid'],
	},
	event: {
		noun: 'event',
		path: 'events',
		// The name of the event is glued to its number, and may end in digits itself.
		inPath: /^(?:.*\D\d*?)?(\d{19})$/,
		bare: /^(\d{19})$/,
		urn: urnOf('event|professionalEvent'),
		parameters: ['eventattending'],
		digits: 19,
	},
	job: {
		noun: 'job',
		path: 'jobs',
		within: ['view'],
		inPath: /^(?:\D.*-)?(\d{6,19})$/,
		bare: /^(\d{6,19})$/,
		urn: urnOf('job|jobPosting|normalized_jobPosting'),
		parameters: ['currentjobid', 'jobid'],
	},
} as const satisfies Record<string, Form>;

function kindOf(form: Form): Kind<Numbered> {
	const { noun, path: first, within = [], inPath, bare, urn, parameters, digits } = form;
	const none = refuse(`has no number of a LinkedIn ${noun} in it; copy the address of its page`);
	const numbered = (text: string, pattern: RegExp): Numbered | undefined => {
		const id = readNumber(pattern.exec(text)?.[1] ?? '')?.memberNumber;
		return id === undefined ? undefined : { id };
	};

	function page({ path, query }: Page): Numbered | Refusal {
		const [start = '', ...rest] = path.map((word) => word.toLowerCase());
		const word = within.includes(rest[0]) ? rest[1] : rest[0];
		const isOwn = start === first && word !== undefined;
		const asked = parameter(query, parameters)?.match(/\d+/g) ?? [];
		const inQuery = asked.length === 1 ? numbered(asked[0], bare) : undefined;
		return (isOwn ? numbered(word, inPath) : undefined) ?? inQuery ?? none;
	}

	return {
		noun,
		wrong: NotNumbered,
		urn(text) {
			const found = numbered(text, urn);
			if (found) return found;
			const other = readUrn(text);
			if (other !== undefined && isRefusal(other)) return retell(other, noun);
			return other && refuse(`is the URN of a person, not of a LinkedIn ${noun}`);
		},
		page,
		beginsPath: (segment) => segment === first,
		bare: (text) => numbered(trimEdges(text), bare) ?? none,
		isWhole: (fact) => digits !== undefined && fact.length === digits,
		unite: (a, b) => (a.id === b.id ? a : undefined),
	};
}

const KINDS = {
	group: kindOf(FORMS.group),
	event: kindOf(FORMS.event),
	job: kindOf(FORMS.job),
};

/**
 * Reads what names one group, event or job on LinkedIn: the address of its page, its URN, its number alone.
 *
 * @throws NotNumbered, and nothing else
 */
export function readNumbered(kind: keyof typeof KINDS, value: unknown): Numbered {
	return readReference(value, KINDS[kind]);
}
