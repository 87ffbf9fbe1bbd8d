import { readMember } from '../../../../nodes/shared/linkedin';
import { beyond, stillRead } from './damagedCases';
import { shown } from './naming';
import { refusalOf } from './refusal';

test.each(stillRead.map(([input, name]) => [shown(input), name, input] as const))(
	'%s is still %s',
	(_, publicIdentifier, input) => {
		expect(readMember(input)).toStrictEqual({ publicIdentifier });
	},
);

describe.each(Object.entries(beyond))('%s', (_, cases) => {
	test.each(cases.map(([input, part]) => [shown(input), part, input] as const))(
		'%s is refused: %s',
		(_text, part, input) => {
			const { message } = refusalOf(input);
			expect(message).toContain(part);
			// What is wrong, and what to do about it.
			expect(message).toMatch(/; | means | has \/in\/|company page|school page|post, not/);
		},
	);
});

test('the tables hold no case twice, and enough of them', () => {
	const inputs = [...stillRead, ...Object.values(beyond).flat()].map(([input]) =>
		JSON.stringify(input),
	);
	expect(inputs.length).toBeGreaterThanOrEqual(250);
	expect(new Set(inputs).size).toBe(inputs.length);
});
