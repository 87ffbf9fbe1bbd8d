import { readWish } from './arguments';

const known = ['tasks', 'sends', 'reads'];

it('measures everything unless told otherwise', () => {
	expect(readWish([], known)).toEqual({ sections: known });
});

it('measures only what is picked', () => {
	expect(readWish(['--only', 'reads', '--only', 'tasks', '--no-build'], known)).toEqual({
		sections: ['reads', 'tasks'],
	});
});

it.each([[['--only']], [['--only', 'sand']], [['sends']]])('names the sections for %p', (args) => {
	expect(() => readWish(args, known)).toThrow('Sections: tasks, sends, reads');
});
