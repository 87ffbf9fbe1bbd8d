import type { FaultSpec, LoggedRequest } from '../../sandbox';
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

/** Every way to lose the answer to an act. */
export function lostAnswers(generation: Generation): LostAnswer[] {
	const answers: Array<[string, FaultSpec]> = [
		['a 500', { kind: 'status', status: 500 }],
		['a 502', { kind: 'status', status: 502, body: '<html>' }],
		['a web page', { kind: 'html' }],
		['an empty answer', { kind: 'empty' }],
		['half an answer', { kind: 'cutJson' }],
		['a redirect', { kind: 'redirect' }],
		[
			'a no in a 200 in words nobody knows',
			generation === 'V1'
				? { kind: 'errorIn200', text: 'Kaputt' }
				: {
						kind: 'status',
						status: 200,
						body: '{"success":false,"error":{"code":"KAPUTT","message":"Kaputt"}}',
					},
		],
	];
	return [
		...answers.flatMap(([name, fault]) =>
			[false, true].map((done) => ({
				name: `${name}, ${done ? 'done' : 'not done'}`,
				fault: { ...fault, processed: done },
				done,
				answered: true,
			})),
		),
		{
			name: 'a line that broke before',
			fault: { kind: 'resetBefore' },
			done: false,
			answered: false,
		},
		{ name: 'a line that broke after', fault: { kind: 'resetAfter' }, done: true, answered: false },
	];
}
