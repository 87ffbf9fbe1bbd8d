import { readWish } from '../../scripts/bench/arguments';

const known = ['tasks', 'sends', 'reads'];

it('measures everything, on a fresh build, unless told otherwise', () => {
	expect(readWish([], known)).toEqual({ sections: known, build: true });
});

it('measures only what is picked', () => {
	expect(readWish(['--only', 'reads', '--only', 'tasks', '--no-build'], known)).toEqual({
		sections: ['reads', 'tasks'],
		build: false,
	});
});

it.each([[['--only']], [['--only', 'sand']], [['sends']]])('names the sections for %p', (args) => {
	expect(() => readWish(args, known)).toThrow('Sections: tasks, sends, reads');
});
