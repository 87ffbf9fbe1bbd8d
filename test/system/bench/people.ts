import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';

/** Items of a list from a CRM. */
export function itemsFor(count: number): Array<{ profile: string; name: string }> {
	return Array.from({ length: count }, (_, index) => ({
		profile: `bench-${index}`,
		name: `Person ${index}`,
	}));
}

/** Lets the people of the list live in the sandbox. */
export function settleIn({ world }: Pick<Sandbox, 'world'>, count: number): void {
	for (const { profile, name } of itemsFor(count)) {
		world.addPerson({ firstName: 'Bench', lastName: name, publicIdentifier: profile });
	}
}

/** The `recipient` of a node, out of the item. */
export const recipient: IDataObject = { __rl: true, mode: 'id', value: '={{ $json.profile }}' };

/** No pause between two sends. */
export const unpaused: IDataObject = { pauseMin: 0, pauseMax: 0 };

/** The same by a node that does not ask its memory: what that costs is measured by itself. */
export const atOnce: IDataObject = { ...unpaused, sendAgain: true };
