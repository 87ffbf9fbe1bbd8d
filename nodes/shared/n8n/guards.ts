import type { INodeProperties } from 'n8n-workflow';

import { isObject } from '../json/json';
import { isEmpty } from '../fields/empty';
import { hasExpression, isExpression, locatedValue } from '../fields/expression';
import { readFlag } from '../fields/inputs';

/** Types whose value switches, bounds or chooses something. Other texts may be left empty on purpose. */
const GUARDS: ReadonlySet<string> = new Set([
	'boolean',
	'number',
	'options',
	'multiOptions',
	'resourceLocator',
	'dateTime',
]);

/** Texts that choose by which way something goes out. */
const CHOOSING_TEXTS: ReadonlySet<string> = new Set(['groupId']);

/**
 * Texts that narrow what is found. Blank ones mean "all" to whoever fills a column in; one that is missing
 * altogether is a misspelt name.
 */
const NARROWING_TEXTS: ReadonlySet<string> = new Set(['keyword', 'keywords', 'actorIds']);
const NARROWING_COLLECTION = 'filters';

/** Members of collections that an operation may not have itself, and that are no slip of the pen there. */
const KNOWN_ELSEWHERE: Readonly<Record<string, readonly string[]>> = { sending: ['textCheck'] };

/** What a member of a collection that is one expression was written as. */
const WITHIN_EXPRESSION = '=';

function setButEmpty(name: string, own: unknown): string {
	return hasExpression(own)
		? `'${name}' was set but is empty: the field name in its expression may be misspelt`
		: `'${name}' was set but is empty: fill it in, or remove it`;
}

/** Whether a text that came out empty lets more through than was meant. */
function isOpened({ name }: INodeProperties, resolved: unknown, within: string): boolean {
	if (CHOOSING_TEXTS.has(name)) return isEmpty(resolved);
	const narrows = NARROWING_TEXTS.has(name) || within === NARROWING_COLLECTION;
	return narrows && resolved === undefined;
}

const sameAsDefault = (own: unknown, { default: byDefault }: INodeProperties): boolean =>
	JSON.stringify(own) === JSON.stringify(byDefault);

function leafProblems(
	field: INodeProperties,
	own: unknown,
	resolved: unknown,
	within: string,
): string[] {
	const { displayName, type, required } = field;
	const isSet = hasExpression(own);
	if (!GUARDS.has(type)) {
		// A text that must be there has words of its own for being empty.
		const isOpen = isSet && !required && isOpened(field, resolved, within);
		return isOpen ? [setButEmpty(displayName, own)] : [];
	}
	if (type === 'resourceLocator') {
		// One that must be there has words of its own for being empty, and one without an expression was left alone.
		const isMissing = isSet && !required && isEmpty(locatedValue(resolved));
		return isMissing ? [setButEmpty(displayName, own)] : [];
	}
	if (!isSet && sameAsDefault(own, field)) return [];
	if (isEmpty(resolved)) return [setButEmpty(displayName, own)];
	if (type !== 'boolean' || readFlag(resolved) !== undefined) return [];
	const shown = typeof resolved === 'object' ? JSON.stringify(resolved) : String(resolved);
	return [`'${displayName}' must be true or false, and not '${shown.slice(0, 40)}'`];
}

const membersOf = ({ options }: INodeProperties): INodeProperties[] =>
	(options ?? []).filter((one): one is INodeProperties => 'type' in one && 'displayName' in one);

function unknownMember(field: INodeProperties, name: string): string {
	const members = membersOf(field);
	const meant = members.find((member) => member.name.toLowerCase() === name.toLowerCase());
	const known = members.map((member) => member.name).join(', ');
	const advice = meant ? `it is written '${meant.name}'` : `it has ${known}`;
	return `'${field.displayName}' comes from an expression, and '${name}' is no option of it: ${advice}`;
}

function collectionProblems(field: INodeProperties, own: unknown, resolved: unknown): string[] {
	const isWhole = !isObject(own);
	if (isWhole && isEmpty(own)) return [];
	if (isWhole && isEmpty(resolved)) return [setButEmpty(field.displayName, own)];
	const members = membersOf(field);
	if (!isObject(resolved)) {
		const example = `{{ { "${members[0]?.name}": … } }}`;
		const what = Array.isArray(resolved) ? 'a list' : `a ${typeof resolved}`;
		return [
			`'${field.displayName}' must hold its options by name, as ${example} does, and not be ${what}`,
		];
	}
	return Object.entries(resolved).flatMap(([name, value]) => {
		const member = members.find((one) => one.name === name);
		if (member) {
			const written = isWhole ? WITHIN_EXPRESSION : own[name];
			return fieldProblems(member, written, value, field.name);
		}
		const isKnown = KNOWN_ELSEWHERE[field.name]?.includes(name) ?? false;
		return isWhole && !isKnown ? [unknownMember(field, name)] : [];
	});
}

/** A fixed collection's rows, each beside what it was written as. */
function rowProblems(field: INodeProperties, own: unknown, resolved: unknown): string[] {
	if (!isObject(resolved)) return [];
	return (field.options ?? []).flatMap((group) => {
		if (!('values' in group)) return [];
		const written = isObject(own) ? own[group.name] : own;
		const rows = [resolved[group.name]].flat().filter(isObject);
		return rows.flatMap((row, index) =>
			group.values.flatMap((member) => {
				const ofRow = [written].flat()[index];
				const isWhole = isExpression(written) || isExpression(ofRow);
				// A row that is made by an expression may leave members out.
				if (isWhole && !(member.name in row)) return [];
				const ofMember = isObject(ofRow) ? ofRow[member.name] : undefined;
				const ownMember = isWhole ? WITHIN_EXPRESSION : ofMember;
				return fieldProblems(member, ownMember, row[member.name], field.name);
			}),
		);
	});
}

function fieldProblems(
	field: INodeProperties,
	own: unknown,
	resolved: unknown,
	within = '',
): string[] {
	if (own === undefined) return [];
	if (field.type === 'collection') return collectionProblems(field, own, resolved);
	if (field.type === 'fixedCollection') return rowProblems(field, own, resolved);
	return leafProblems(field, own, resolved, within);
}

/**
 * What is wrong with a parameter that was set and came out empty: a switch, a bound or a choice must not quietly
 * give way to its default.
 *
 * @param own the parameter as it stands in the node: undefined when it was left alone
 * @param resolved with its expressions resolved
 * @returns sentences without a full stop, each naming the field as the editor shows it
 */
export function guardProblems(field: INodeProperties, own: unknown, resolved: unknown): string[] {
	return fieldProblems(field, own, resolved);
}
