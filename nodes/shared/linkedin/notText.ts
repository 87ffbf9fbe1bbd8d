import { textsIn } from './held';
import { NotAMember } from './notAMember';

const LIST = 'put a Split Out node before this one, or take one entry with [0]';
const SUBJECT = 'A list or an object';

/** Why a value that is no text names nobody, and what to do about it. */
export function notText(value: unknown, names: (text: string) => boolean): NotAMember {
	switch (typeof value) {
		case 'undefined':
			return new NotAMember(
				'names nobody; check the name of the field in the expression',
				'A missing value',
			);
		case 'number':
		case 'bigint':
			return new NotAMember(
				'is not a LinkedIn profile; take the field that holds the address of the profile',
				'A bare number',
			);
		case 'boolean':
			return new NotAMember(
				'is not a LinkedIn profile; take the field that holds the address of the profile',
				'A yes/no value',
			);
		case 'object':
			return value === null
				? new NotAMember('names nobody; fill in the address of the profile', 'An empty value')
				: notOne(value, names);
		default:
			return new NotAMember('is not a LinkedIn profile; give a text', 'A value that is not text');
	}
}

function notOne(value: object, names: (text: string) => boolean): NotAMember {
	const size = sizeOf(value);
	if (size === 0) {
		return new NotAMember(
			'that is empty names nobody; the node before found nothing, or has Always Output Data on',
			SUBJECT,
		);
	}
	const isList = isArray(value);
	if (isList && size !== undefined && size > 1) {
		return new NotAMember(`with ${size} entries is not one LinkedIn profile; ${LIST}`, SUBJECT);
	}
	const addresses = textsIn(value).filter(({ text }) => names(text));
	const [only] = addresses;
	if (addresses.length === 1 && only.path.length < 200) {
		return new NotAMember(
			`is not a LinkedIn profile; its address is in its member ${only.path} so add ${only.path} to the expression`,
			SUBJECT,
		);
	}
	return new NotAMember(
		isList
			? `is not a LinkedIn profile; ${LIST}`
			: 'is not a LinkedIn profile; map one field of it, the one that holds the address of the profile',
		SUBJECT,
	);
}

function isArray(value: unknown): boolean {
	try {
		return Array.isArray(value);
	} catch {
		return false;
	}
}

function sizeOf(value: object): number | undefined {
	try {
		return Object.keys(value).length;
	} catch {
		return undefined;
	}
}
