import { Failure, LOOK_FIRST, invalidInput } from './failure';

const sentence = (message: string): string => message.replace(/[.\s]+$/, '');

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
