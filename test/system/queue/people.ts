import { ACCOUNTS } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import type { VendorName } from './workflow';

export const SENDERS: Readonly<Record<VendorName, string>> = {
	outX: ACCOUNTS.outXAdmin,
	connectSafely: ACCOUNTS.connectSafelyDefault,
	linkupApi: ACCOUNTS.linkupMain,
};

/** Puts so many connections of the vendor's sender into the sandbox; their slugs. */
export function addPeople(
	{ world }: Sandbox,
	vendor: VendorName,
	name: string,
	count: number,
): string[] {
	return Array.from({ length: count }, (_, index) => {
		const publicIdentifier = `${name}-${vendor}-${index}`.toLowerCase();
		const person = world.addPerson({ firstName: name, lastName: `${index}`, publicIdentifier });
		world.connect(SENDERS[vendor], person);
		return publicIdentifier;
	});
}

/** How often each of these people was reached. */
export function timesReached({ deliveries }: Sandbox, people: readonly string[]): number[] {
	return people.map(
		(slug) => deliveries.filter(({ publicIdentifier }) => publicIdentifier === slug).length,
	);
}
