import fc from 'fast-check';

import { nextAge } from '../../../../nodes/OutX/tasks/taskQueue';
import { TaskWatch } from '../../../../nodes/OutX/tasks/taskWatch';
import type { Task } from '../../../../nodes/OutX/tasks/task';
import { Failure } from '../../../../nodes/shared/failures/failure';
import type { FailureFacts } from '../../../../nodes/shared/failures/failure';
import { FakeClock, settled } from '../../shared/fakes';

interface Plan {
	/** Seconds each task takes, in the order of their creation. */
	readonly durations: readonly number[];
	/** How many work through the queue. */
	readonly browsers: number;
	/** Whether a task that is being worked on says so. */
	readonly tellsStarted?: boolean;
	/** ms each look takes. */
	readonly latency?: number;
	/** Seconds. */
	readonly interval?: number;
	readonly maxWait?: number;
	/** Created by somebody else, some time ago. */
	readonly isForeign?: boolean;
}

/** OutX's queue: when each task starts and ends, in ms. */
function timetable({ durations, browsers }: Plan): Array<{ start: number; end: number }> {
	const free = new Array<number>(browsers).fill(0);
	return durations.map((seconds) => {
		const at = free.indexOf(Math.min(...free));
		const start = free[at];
		free[at] = start + seconds * 1_000;
		return { start, end: free[at] };
	});
}

/** Waits for all tasks of the plan together. */
async function play(plan: Plan) {
	const { latency = 0, interval = 5, maxWait = 86_400, tellsStarted = true } = plan;
	const clock = new FakeClock();
	const begin = clock.now();
	const times = timetable(plan);
	const looks: Array<{ task: number; at: number }> = [];
	let underWay = 0;
	let most = 0;
	const read = async (taskId: string): Promise<Task> => {
		const task = Number(taskId);
		looks.push({ task, at: clock.now() - begin });
		most = Math.max(most, ++underWay);
		if (latency > 0) await clock.sleep(latency);
		underWay--;
		const now = clock.now() - begin;
		const { start, end } = times[task];
		const status =
			now >= end ? 'completed' : now >= start && tellsStarted ? 'processing' : 'pending';
		return { id: taskId, status, input: {}, output: null };
	};
	const watch = new TaskWatch({ read, clock });
	const known = times.map(async (_, task) => {
		const own = { queue: 'act', createdAt: begin };
		const wanted = { taskId: String(task), ...(plan.isForeign ? { queue: 'any' } : own) };
		const end = await watch.end({
			...wanted,
			maxWait: maxWait * 1_000,
			interval: interval * 1_000,
		});
		return { finished: end.finished, at: clock.now() - begin };
	});
	await clock.run();
	const ends = await Promise.all(known);
	const vendorEnd = Math.max(...times.map(({ end }) => end));
	const lags = ends.map(({ at }, task) => at - times[task].end);
	return { looks, most, ends, lags, wall: Math.max(...ends.map(({ at }) => at)), vendorEnd };
}

/** Reads of a loop per task that looks at once and then every five seconds. */
const naive = (plan: Plan): number =>
	timetable(plan).reduce((sum, { end }) => sum + Math.ceil(end / 5_000) + 1, 0);

const equal = (count: number, seconds: number): number[] => new Array<number>(count).fill(seconds);

describe('how many looks it takes', () => {
	it('to see ten tasks of 30 s end in parallel', async () => {
		const plan = { durations: equal(10, 30), browsers: 10 };
		const { looks, wall } = await play(plan);
		expect(naive(plan)).toBe(70);
		expect(looks.length).toBeLessThanOrEqual(35);
		expect(wall).toBeLessThanOrEqual(30_000 * 1.05 + 1_000);
	});

	it.each([true, false])(
		'to see a hundred of 2 s end one after another (tells what is started: %s)',
		async (tellsStarted) => {
			const plan = { durations: equal(100, 2), browsers: 1, tellsStarted };
			const { looks, wall } = await play(plan);
			expect(looks.length).toBeLessThanOrEqual(naive(plan) / 8);
			expect(wall).toBeLessThanOrEqual(200_000 * 1.05 + 1_000);
		},
	);

	it('to see a hundred end that others created: one more for each, to begin with', async () => {
		const plan = { durations: equal(100, 2), browsers: 1, isForeign: true, latency: 20 };
		const { looks, wall } = await play(plan);
		expect(looks.length).toBeLessThanOrEqual(naive(plan) / 8 + 100);
		expect(wall).toBeLessThanOrEqual(200_000 * 1.05 + 1_000);
	});

	it('to see a single short task end', async () => {
		const { looks, wall } = await play({ durations: [2], browsers: 1 });
		expect([looks.length, wall]).toEqual([2, 2_500]);
	});

	it('to see the last of a few short ones end: at the pace of the others', async () => {
		const { wall } = await play({ durations: equal(3, 2), browsers: 1 });
		// A look on account of the pace; the next regular one would come at 10 s.
		expect(wall).toBeLessThanOrEqual(7_500);
	});

	it('for hours', async () => {
		const { looks } = await play({ durations: [3_600], browsers: 1, interval: 300 });
		expect(looks.length).toBeLessThanOrEqual(20);
	});
});

describe('what is never missed', () => {
	const plans = fc.record({
		durations: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }),
		browsers: fc.integer({ min: 1, max: 6 }),
		latency: fc.constantFrom(0, 80, 700),
		interval: fc.constantFrom(2, 5, 20),
	});

	it('any end, for longer than two intervals, where OutX tells what is started', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const { lags, ends, most } = await play(plan);
				expect(ends.every(({ finished }) => finished)).toBe(true);
				expect(most).toBeLessThanOrEqual(5);
				// A round of looks takes its time where each look does.
				const rounds = Math.ceil(plan.durations.length / 5 + 3) * plan.latency;
				const round = Math.max(2_000 * plan.interval, plan.durations.length * 250);
				expect(Math.max(...lags)).toBeLessThanOrEqual(round + rounds);
			}),
			{ numRuns: 40 },
		);
	});

	it('any end among a few, whatever OutX tells and in whatever order they end', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 12 }),
				async (durations) => {
					const plan = { durations, browsers: durations.length, tellsStarted: false };
					const { lags } = await play(plan);
					expect(Math.max(...lags)).toBeLessThanOrEqual(10_000);
				},
			),
			{ numRuns: 20 },
		);
	});

	it('the oldest, for longer than one interval', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				const { looks } = await play({ ...plan, latency: 0 });
				const times = timetable(plan);
				const at = looks.filter(({ task }) => task === 0).map((look) => look.at);
				const gaps = [...at, times[0].end].slice(1).map((time, i) => time - at[i]);
				expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(plan.interval * 1_000);
			}),
			{ numRuns: 20 },
		);
	});
});

describe('a queue that is stuck at its oldest task', () => {
	const stuck = { durations: [86_400, ...equal(30, 4)], browsers: 2, maxWait: 300 };

	it('is followed behind it all the same', async () => {
		const { lags, ends, looks } = await play(stuck);
		expect(ends[0]).toEqual({ finished: false, at: 300_000 });
		expect(Math.max(...lags.slice(1))).toBeLessThanOrEqual(10_000);
		expect(looks.length).toBeLessThan(naive({ durations: equal(30, 4), browsers: 1 }) / 2);
	});
});

describe('tasks that others created', () => {
	it('prove nothing about each other once one has ended before its turn', async () => {
		const durations = [86_400, ...equal(30, 86_400), ...equal(9, 3)];
		const plan = { durations, browsers: 40, maxWait: 60, isForeign: true };
		const { lags } = await play({ ...plan, tellsStarted: false });
		expect(Math.max(...lags.slice(31))).toBeLessThanOrEqual(10_000);
	});
});

describe('the end of the wait', () => {
	it('gets one look at every task that is left, at that moment', async () => {
		const { looks, ends } = await play({ durations: equal(20, 500), browsers: 20, maxWait: 12 });
		expect(ends.every(({ finished, at }) => !finished && at === 12_000)).toBe(true);
		const last = looks.filter(({ at }) => at === 12_000).map(({ task }) => task);
		expect(last.sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
	});

	it('comes no later when the clock is set back', async () => {
		const clock = new FakeClock();
		const begin = clock.now();
		const read = async (id: string): Promise<Task> =>
			await Promise.resolve({ id, status: 'pending', input: {}, output: null });
		const watch = new TaskWatch({ read, clock });
		const waited = watch.end({
			taskId: 't',
			queue: 'act',
			createdAt: begin,
			maxWait: 30_000,
			interval: 5_000,
		});
		let finished: boolean | undefined;
		void waited.then((end) => {
			finished = end.finished;
		});
		await clock.pass(10_000);
		clock.set(begin - 3_600_000);
		// A gap that the change falls into may be counted twice.
		await clock.pass(25_000);
		expect(finished).toBe(false);
	});
});

describe('what ends all waits', () => {
	const failing = (facts: Partial<FailureFacts>) => {
		const clock = new FakeClock();
		const begin = clock.now();
		const stop = new AbortController();
		let looks = 0;
		const read = async (): Promise<Task> => {
			looks++;
			await clock.sleep(50);
			throw new Failure({
				reason: 'authentication',
				outcome: 'notSent',
				what: 'w',
				next: 'n',
				...facts,
			});
		};
		const watch = new TaskWatch({ read, clock, signal: stop.signal });
		const ends = Array.from({ length: 500 }, async (_, index) => {
			const wanted = { taskId: `t${index}`, queue: 'any', maxWait: 60_000, interval: 5_000 };
			return await watch.end(wanted).then(
				() => undefined,
				(error: Failure) => [error.facts.reason, error.facts.taskId],
			);
		});
		return { clock, stop, ends, looks: () => looks, begin };
	};

	it.each(['authentication', 'extensionOffline'] as const)(
		'is %s, met by one look for all of them, each with its own ID',
		async (reason) => {
			const { clock, ends, looks } = failing({ reason });
			await clock.run();
			expect(await Promise.all(ends)).toEqual(ends.map((_, index) => [reason, `t${index}`]));
			expect(looks()).toBeLessThanOrEqual(5);
		},
	);

	it('is Stop, within a second, also while a look is under way', async () => {
		const { clock, stop, ends } = failing({ reason: 'vendorUnavailable' });
		await clock.pass(7_020);
		const before = clock.now();
		stop.abort();
		await settled();
		await clock.pass(1_000);
		expect(await Promise.all(ends)).toEqual(ends.map((_, index) => ['cancelled', `t${index}`]));
		expect(clock.now() - before).toBeLessThanOrEqual(1_000);
	});

	it('is not a task that OutX does not know: that ends its own wait only', async () => {
		const { clock, ends, looks } = failing({ reason: 'notFound' });
		await clock.run();
		expect(await Promise.all(ends)).toEqual(ends.map((_, index) => ['notFound', `t${index}`]));
		// Missing once proves nothing; the end of the wait comes before the third look at some.
		expect(looks()).toBeGreaterThan(1_000);
		expect(looks()).toBeLessThanOrEqual(1_500);
	});
});

describe('nextAge', () => {
	it('comes soon at first and never later than the interval', () => {
		const ages = (interval: number): number[] => {
			const found = [0];
			while (found.length < 8) found.push(nextAge(found[found.length - 1], interval));
			return found.slice(1).map((age) => age / 1_000);
		};
		expect(ages(5_000)).toEqual([1, 2.5, 5, 10, 15, 20, 25]);
		expect(ages(1_000)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(ages(60_000)).toEqual([1, 2.5, 5, 10, 20, 40, 60]);
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e7, noNaN: true }),
				fc.integer({ min: 1_000, max: 3_600_000 }),
				(age, interval) => {
					const next = nextAge(age, interval);
					expect(next).toBeGreaterThan(age);
					expect(next - age).toBeLessThanOrEqual(Math.max(interval, 1_000));
				},
			),
		);
	});
});
