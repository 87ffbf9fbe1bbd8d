import { circlesIn, filesBelow, importGraph } from './arrows';

const graph = importGraph(filesBelow('nodes', 'credentials'));

/** Rooms of `nodes/shared` by floor, ground first: a room imports its own floor and those below. */
const FLOORS: ReadonlyArray<readonly string[]> = [
	['json', 'linkedin', 'failures'],
	['http', 'wait'],
	['sending'],
	['fields', 'operation', 'descriptions', 'run', 'trigger', 'n8n'],
];

const SHARED = /^nodes\/shared\/(\w+)\//;

const floorOf = (file: string): number => {
	const room = SHARED.exec(file)?.[1] ?? '';
	return FLOORS.findIndex((rooms) => rooms.includes(room));
};

const arrows = [...graph].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));

const told = ({ from, to }: { from: string; to: string }): string => `${from} imports ${to}`;

it('has a floor for every room', () => {
	const files = [...graph.keys()].filter((file) => SHARED.test(file));
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
});

it('has no file that imports itself through others, types included', () => {
	expect(circlesIn(graph).map((circle) => circle.join(' > '))).toEqual([]);
});

it('has no arrow that points up', () => {
	const upward = arrows.filter(
		({ from, to }) => SHARED.test(from) && (!SHARED.test(to) || floorOf(to) > floorOf(from)),
	);
	expect(upward.map(told)).toEqual([]);
});

it("keeps vendors apart, and n8n's room out of the others", () => {
	const roomOf = (file: string): string => /^nodes\/(\w+)\//.exec(file)?.[1] ?? 'credentials';
	const across = arrows.filter(({ from, to }) => {
		const [one, other] = [roomOf(from), roomOf(to)];
		return one !== 'shared' && other !== 'shared' && one !== other;
	});
	expect(across.map(told)).toEqual([]);
	const ofN8n = arrows.filter(
		({ from, to }) =>
			to.startsWith('nodes/shared/n8n/') && /^nodes\/shared\/(?!n8n|trigger)/.test(from),
	);
	expect(ofN8n.map(told)).toEqual([]);
});

it('finds a circle and goes on behind it', () => {
	const circle = new Map([
		['a', ['b']],
		['b', ['c', 'd']],
		['c', ['a']],
		['d', ['d']],
	]);
	expect(circlesIn(circle)).toEqual([
		['a', 'b', 'c', 'a'],
		['d', 'd'],
	]);
});
