import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { Failure, LOOK_FIRST, invalidInput, passOn } from '../errors/failure';
import { isObject } from '../http/json';
import type { InputSchema } from '../operation/types';

/** Collections whose members are parameters of their own; `sending` stays whole, it is the house's. */
const FLATTENED = 'options';

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/**
 * Reads an operation's parameters item by item. What holds no expression is the same for every item
 * and is read once: n8n resolves parameters anew at each call, which dominates large runs.
 */
export function parameterReader(
	context: IExecuteFunctions,
	parameters: readonly INodeProperties[],
): (itemIndex: number) => Record<string, unknown> {
	const own = context.getNode().parameters;
	const wanted = parameters.filter(({ type }) => type !== 'notice');
	const read = ({ name, displayName, ...rest }: INodeProperties, itemIndex: number): unknown => {
		try {
			return context.getNodeParameter(name, itemIndex, rest.default);
		} catch (error) {
			throw passOn(unreadable(displayName, error));
		}
	};
	const fixed = new Map<string, unknown>();
	const varying = wanted.filter((parameter) => {
		if (hasExpression(own[parameter.name])) return true;
		fixed.set(parameter.name, read(parameter, 0));
		return false;
	});

	return (itemIndex) => {
		const raw: Record<string, unknown> = { ...Object.fromEntries(fixed), itemIndex };
		for (const parameter of varying) raw[parameter.name] = read(parameter, itemIndex);
		const options = raw[FLATTENED];
		delete raw[FLATTENED];
		return isObject(options) ? { ...options, ...raw } : raw;
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
