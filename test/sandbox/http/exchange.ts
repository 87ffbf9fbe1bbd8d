import { startTimer, stopTimer } from '../../support/node';
import type { http } from '../../support/node';
import { faultAnswer, shifted } from '../faultAnswers';
import type { Fault } from '../faults';
import type { Operation } from '../contract/contract';
import type { Service } from '../service';
import type { Answer, Call, LoggedRequest } from '../types';

/** How tasks fail in words that no page shows. */
const UNDOCUMENTED = [
	'clicked send but no confirmation appeared',
	'could not find the send button',
	'Message already sent',
	'Navigation timeout of 30000 ms exceeded',
	'limited profile visibility',
	'Extension is not connected',
] as const;

type Timer = ReturnType<typeof startTimer>;

/** Answers vendor requests over HTTP, faults included. */
export class Exchange {
	private readonly timers = new Set<Timer>();

	constructor(private readonly service: Service) {}

	/** Gives up on slow answers that are still to come. */
	stop(): void {
		for (const timer of this.timers) stopTimer(timer);
		this.timers.clear();
	}

	handle(call: Call, response: http.ServerResponse): void {
		const entry = this.service.log.add(call, call.vendor);
		const operation = this.service.inspect(call);
		const fault = this.service.faults.strike(call, operation?.template);
		if (!fault) {
			this.send(response, this.service.carryOut(call, operation), entry);
			return;
		}
		entry.fault = fault.kind;
		this.fail(fault, call, operation, response, entry);
	}

	private fail(
		fault: Fault,
		call: Call,
		operation: Operation | undefined,
		response: http.ServerResponse,
		entry: LoggedRequest,
	): void {
		const carryOut = (): Answer => this.service.carryOut(call, operation);
		switch (fault.kind) {
			case 'resetBefore':
				response.socket?.resetAndDestroy();
				return;
			case 'resetAfter':
				carryOut();
				response.socket?.resetAndDestroy();
				return;
			case 'slow': {
				const early = fault.processed ? carryOut() : undefined;
				this.later(fault.delayMs ?? 1000, () => this.send(response, early ?? carryOut(), entry));
				return;
			}
			case 'trickle':
				this.trickle(response, carryOut(), fault.delayMs ?? 5_000, entry);
				return;
			case 'taskFails': {
				const { outX } = this.service.world;
				const output = { error: fault.text ?? UNDOCUMENTED[fault.fired % UNDOCUMENTED.length] };
				outX.nextTask({ status: 'failed', output, delivered: fault.processed === true });
				this.send(response, carryOut(), entry);
				return;
			}
			case 'showsLate': {
				const { network, now } = this.service.world;
				network.holdNext(now() + (fault.delayMs ?? 3_600_000));
				carryOut();
				this.send(response, faultAnswer(fault, call, this.service.world), entry);
				return;
			}
			case 'clockOff':
				this.send(response, shifted(carryOut(), fault), entry);
				return;
			default: {
				const real = fault.processed ? carryOut() : undefined;
				this.send(response, faultAnswer(fault, call, this.service.world, real), entry);
			}
		}
	}

	/** Answers with the vendor's own time in the Date header. */
	private send(response: http.ServerResponse, answer: Answer, entry: LoggedRequest): void {
		const date = new Date(this.service.world.now()).toUTCString();
		send(response, { ...answer, headers: { Date: date, ...answer.headers } }, entry);
	}

	/** A byte now and then, for as long as anybody listens, or an hour. */
	private trickle(
		response: http.ServerResponse,
		answer: Answer,
		gap: number,
		entry: LoggedRequest,
	): void {
		entry.status = answer.status;
		response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8' });
		const drip = (left: number): void => {
			if (left === 0 || response.destroyed || response.socket?.destroyed === true) return;
			response.write(' ');
			this.later(gap, () => drip(left - 1));
		};
		drip(Math.ceil(3_600_000 / gap));
	}

	private later(delay: number, act: () => void): void {
		const timer: Timer = startTimer(() => {
			this.timers.delete(timer);
			act();
		}, delay);
		this.timers.add(timer);
	}
}

/** Writes an answer and notes its status; a client that has gone does no harm. */
export function send(response: http.ServerResponse, answer: Answer, entry?: LoggedRequest): void {
	if (entry) entry.status = answer.status;
	const text = answer.raw ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
	response.writeHead(answer.status, {
		'Content-Type': 'application/json; charset=utf-8',
		'Content-Length': Buffer.byteLength(text),
		...answer.headers,
	});
	response.end(text);
}
