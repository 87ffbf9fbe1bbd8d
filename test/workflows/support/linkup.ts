import { TELLING } from '../../sandbox';
import type { FaultSpec, LoggedRequest } from '../../sandbox';
import { doneOrNot } from './connectSafely';
import type { LostAnswer } from './connectSafely';
import type { Fixture } from './fixture';
import type { FailureCase } from './operationSuite';

export type Generation = 'V1' | 'V2';

type Asked = Pick<LoggedRequest, 'path' | 'body'>;

const LOOKS: readonly unknown[] = [
	'/v1/messages/conversation',
	'/v1/network/invitation-status',
	'get_conversation',
	'check_invitation',
];

const actionOf = (body: unknown): unknown => (body as { action?: unknown } | undefined)?.action;

/** Whether a request only looks what became of an act. */
export const isLook = ({ path, body }: Asked): boolean =>
	LOOKS.includes(path) || LOOKS.includes(actionOf(body));

/** In a run that acts, whatever does not look. */
export const isAct = (request: Asked): boolean => !isLook(request);

/** Nothing can be seen afterwards. */
export function blind({ sandbox }: Fixture, times = Infinity): void {
	sandbox.faults.add({ kind: 'status', status: 500, times, match: isLook });
}

/** The same failures where the look afterwards tells nothing. */
export const unseen = (failures: FailureCase[]): FailureCase[] =>
	failures.map((failure) => ({
		...failure,
		name: `${failure.name}, and nothing can be seen`,
		arrange: (fixture) => {
			blind(fixture);
			failure.arrange?.(fixture);
		},
	}));

const ODD: Readonly<Record<Generation, FaultSpec>> = {
	V1: { kind: 'errorIn200', text: 'Kaputt' },
	V2: {
		kind: 'status',
		status: 200,
		body: '{"success":false,"error":{"code":"KAPUTT","message":"Kaputt"}}',
	},
};

/** Every way to lose the answer to an act. */
export const lostAnswers = (generation: Generation): LostAnswer[] => [
	...doneOrNot('a 500', { kind: 'status', status: 500 }),
	...[502, 503, 504].flatMap((status) =>
		doneOrNot(`a ${status}`, { kind: 'status', status, body: '<html>' }),
	),
	...doneOrNot('a web page', { kind: 'html' }),
	...doneOrNot('an empty answer', { kind: 'empty' }),
	...doneOrNot('half an answer', { kind: 'cutJson' }),
	...doneOrNot('a redirect', { kind: 'redirect' }),
	...doneOrNot('a no in a 200 in words nobody knows', ODD[generation]),
	...(generation === 'V1'
		? doneOrNot("a broken line of the vendor's", { kind: 'errorIn200', text: 'Network error' })
		: []),
	...TELLING.flatMap((text) => [
		...doneOrNot(`a 500 that says "${text}"`, { kind: 'telling5xx', text }),
		...doneOrNot(`a success that says "${text}"`, { kind: 'success200', text }),
	]),
	{ name: 'a line that broke before', fault: { kind: 'resetBefore' }, done: false },
	{ name: 'a line that broke after', fault: { kind: 'resetAfter' }, done: true },
];
