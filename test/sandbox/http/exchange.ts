import { startTimer, stopTimer } from '../../support/node';
import type { http } from '../../support/node';
import { faultAnswer } from '../faultAnswers';
import type { Fault } from '../faults';
import type { Operation } from '../contract/contract';
import type { Service } from '../service';
import type { Answer, Call, LoggedRequest } from '../types';

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
			send(response, this.service.carryOut(call, operation), entry);
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
				this.later(fault.delayMs ?? 1000, () => send(response, early ?? carryOut(), entry));
				return;
			}
			default: {
				const real = fault.processed ? carryOut() : undefined;
				send(response, faultAnswer(fault, call, this.service.world, real), entry);
			}
		}
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
