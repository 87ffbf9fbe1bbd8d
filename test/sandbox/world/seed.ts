import { ACCOUNTS, GROUP_ID, PEOPLE } from '../constants';
import { SEED_ACCOUNTS } from './accounts';
import { makePeople } from './person';
import type { World } from './world';

const CONNECTED = 16;
const INVITED = 3;
const INVITING = 2;

const SENDERS = [
	ACCOUNTS.outXAdmin,
	ACCOUNTS.connectSafelyDefault,
	ACCOUNTS.connectSafelySecond,
	ACCOUNTS.connectSafelyWarmup,
	ACCOUNTS.linkupMain,
	ACCOUNTS.linkupSecond,
	ACCOUNTS.linkupInactive,
];

const IN_THE_GROUP: readonly string[] = [PEOPLE.groupMember, PEOPLE.connected, 'ravi-patel-42'];

/** Fills an empty world: the census, the accounts, and the same acquaintances for every sender. */
export function populate(world: World): void {
	for (const person of makePeople(world.seed)) {
		world.addPerson({
			...person,
			groups: IN_THE_GROUP.includes(person.publicIdentifier) ? [GROUP_ID] : [],
			openProfile: person.publicIdentifier === PEOPLE.openProfile,
			restricted: person.publicIdentifier === PEOPLE.restricted,
		});
	}
	for (const account of SEED_ACCOUNTS) world.addAccount(account);
	for (const sender of SENDERS) {
		world.people.forEach((person, index) => {
			if (index < CONNECTED) world.connect(sender, person);
			else if (index < CONNECTED + INVITED) world.invite(sender, person);
			else if (index < CONNECTED + INVITED + INVITING) world.receiveInvitation(sender, person);
		});
	}
}
