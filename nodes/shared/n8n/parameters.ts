import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { Failure, invalidInput, passOn } from '../failures/failure';
import { isObject } from '../json/json';
import { unquoted } from '../http/pasted';
import { isEmpty } from '../fields/empty';
import { RefusedParameters, sentence } from '../fields/parse';
import { hasExpression, locatedValue } from '../fields/expression';
import { guardProblems } from './guards';
import { itemProblem } from './itemShape';

/** Collections whose members are parameters of their own; `sending` stays whole: the loop of acts reads it. */
const FLATTENED = 'options';

type Raw = Record<string, unknown>;

const OPEN_THE_FIELD =
	'Open the field and check its expression against the input on the left; remove the field where nothing is to be set.';

/** What names the one thing an operation is about: these are empty when the item is not what it should be. */
const NAMING: ReadonlySet<string> = new Set([
	'recipient',
	'post',
	'company',
	'taskId',
	'watchlist',
]);

/** Throws when a parameter that names something is empty, and the item as a whole is why. */
function checkItem(
	context: IExecuteFunctions,
	varying: readonly INodeProperties[],
	raw: Raw,
	itemIndex: number,
): void {
	const nothing = varying.find(
		({ name, required }) =>
			required === true && NAMING.has(name) && isEmpty(locatedValue(raw[name])),
	);
	if (!nothing) return;
	const problem = itemProblem(context.getInputData()[itemIndex]?.json ?? {});
	if (!problem) return;
	const what = `'${nothing.displayName}' is empty: ${problem.why}`;
	throw new RefusedParameters(what, problem.next, raw);
}

/** One ID in both fields: it names the account or the person, and not both. */
function mixedUp({ recipient, account }: Raw): string[] {
	const [person, sender] = [locatedValue(recipient), locatedValue(account)];
	if (typeof person !== 'string' || typeof sender !== 'string') return [];
	const isSame = unquoted(person) !== '' && unquoted(person) === unquoted(sender);
	return isSame
		? ["'Recipient' and 'LinkedIn Account' hold the same: one is the person, the other who acts"]
		: [];
}

/**
 * Reads an operation's parameters item by item. What holds no expression is the same for every item
 * and is read once: n8n resolves parameters anew at each call, which dominates large runs.
 *
 * @returns a function that throws `RefusedParameters` for an item with a parameter that was set and came out
 * empty
 */
export function parameterReader(
	context: IExecuteFunctions,
	parameters: readonly INodeProperties[],
): (itemIndex: number) => Raw {
	const own = context.getNode().parameters;
	const wanted = parameters.filter(({ type }) => type !== 'notice');
	const collections = wanted.filter(({ type }) => type === 'collection');
	const read = ({ name, displayName, ...rest }: INodeProperties, itemIndex: number): unknown => {
		try {
			return context.getNodeParameter(name, itemIndex, rest.default);
		} catch (error) {
			throw passOn(unreadable(displayName, error));
		}
	};
	const problemsOf = (parameter: INodeProperties, value: unknown): string[] =>
		guardProblems(parameter, own[parameter.name], value);
	const fixed = new Map<string, unknown>();
	const fixedProblems: string[] = [];
	const varying = wanted.filter((parameter) => {
		if (hasExpression(own[parameter.name])) return true;
		const value = read(parameter, 0);
		fixed.set(parameter.name, value);
		fixedProblems.push(...problemsOf(parameter, value));
		return false;
	});

	return (itemIndex) => {
		const raw: Raw = { ...Object.fromEntries(fixed), itemIndex };
		for (const parameter of varying) raw[parameter.name] = read(parameter, itemIndex);
		checkItem(context, varying, raw, itemIndex);
		const problems = [
			...fixedProblems,
			...varying.flatMap((parameter) => problemsOf(parameter, raw[parameter.name])),
			...mixedUp(raw),
		];
		if (problems.length > 0) throw new RefusedParameters(problems.join('; '), OPEN_THE_FIELD, raw);
		for (const { name } of collections) if (!isObject(raw[name])) raw[name] = {};
		const { [FLATTENED]: options, ...others } = raw;
		return isObject(options) ? { ...options, ...others } : others;
	};
}

/** n8n could not work out a parameter: its words say best why, but not where. */
function unreadable(displayName: string, error: unknown): Failure {
	if (error instanceof Failure) return error;
	const said = error instanceof Error ? sentence(error.message) : 'n8n could not read it';
	return invalidInput(
		`The expression in '${displayName}' does not work: ${said}`,
		`Open this node and correct the expression in '${displayName}'.`,
	);
}
