import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { Failure, LOOK_FIRST, invalidInput, passOn } from '../failures/failure';
import { isObject } from '../http/json';
import { unquoted } from '../http/pasted';
import { isEmpty } from '../fields/empty';
import type { InputSchema } from '../operation/types';
import { guardProblems, hasExpression, locatedValue } from './guards';
import { itemProblem } from './itemShape';

/** Collections whose members are parameters of their own; `sending` stays whole, it is the house's. */
const FLATTENED = 'options';

type Raw = Record<string, unknown>;

/** Parameters that were set and came out empty. `raw` is what n8n made of all of them. */
export class RefusedParameters extends Failure {
	constructor(
		what: string,
		next: string,
		readonly raw: Readonly<Raw>,
	) {
		super(invalidInput(what, next).facts);
	}
}

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

/** Checks one item's parameters. Throws an `invalidInput` failure that names the field. */
export function parseInput<T>(schema: InputSchema<T>, raw: unknown): T {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return parsed.data;
	const problems = [...new Set(parsed.error.issues.map(({ message }) => sentence(message)))];
	throw invalidInput(problems.join('; '), 'Correct the field and run the item again.');
}

/** Field messages are joined into one sentence, so they lose their own full stop. */
function sentence(message: string): string {
	return message.replace(/[.\s]+$/, '');
}

/**
 * The failure in anything that may be thrown before a request leaves: our own, or n8n's about an
 * expression, whose text says best what is wrong.
 */
export function asFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	if (error instanceof Error && error.name.startsWith('Expression')) {
		return invalidInput(sentence(error.message), 'Check the expressions in this node.');
	}
	return new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: 'This node met something it was not made for, before anything was sent',
		next: 'Please report it with the text below.',
		vendorText: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
		saidBy: 'n8n',
	});
}

/** The same for what is thrown once a request may have left. */
export function asActFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	return asFailure(error).with({
		outcome: 'unknown',
		what: 'This node met something it was not made for, when the request may already have left',
		next: LOOK_FIRST,
	});
}
