import { ConnectSafelyState } from '../connectSafely/state';
import { LinkupState } from '../linkup/state';
import { OutXState } from '../outx/state';
import type { Delivery } from '../types';
import type { Account, NewAccount } from './accounts';
import { makeAccount } from './accounts';
import { Directory } from './directory';
import { Network } from './network';
import type { Relation } from './network';
import type { NewPerson, Person } from './person';
import { populate } from './seed';

/** A person, or anything `World.person` understands. */
export type PersonKey = Person | string;

/**
 * All state behind the three APIs. Nothing runs in the background: it is worked out from the clock
 * when looked at.
 */
export class World {
	readonly outX: OutXState;
	readonly connectSafely: ConnectSafelyState;
	readonly linkup: LinkupState;
	readonly network = new Network();
	readonly delivered: Delivery[] = [];
	private readonly directory: Directory;
	private readonly accountsById = new Map<string, Account>();

	constructor(
		readonly seed: number,
		readonly now: () => number,
	) {
		this.directory = new Directory(seed);
		this.outX = new OutXState(this);
		this.connectSafely = new ConnectSafelyState(this);
		this.linkup = new LinkupState(this);
		this.reset();
	}

	/** Back to the seed. */
	reset(): void {
		this.delivered.length = 0;
		this.network.clear();
		this.directory.clear();
		this.accountsById.clear();
		this.outX.reset();
		this.connectSafely.reset();
		this.linkup.reset();
		populate(this);
	}

	/** Does what has fallen due since the last look. */
	settle(): void {
		this.outX.settle();
	}

	get people(): readonly Person[] {
		return this.directory.people;
	}

	get lookUp(): Directory {
		return this.directory;
	}

	/**
	 * By slug, profile URL, member id, sales id, member number or any URN; throws when there is
	 * nobody.
	 */
	person(key: PersonKey): Person {
		const person = this.find(key);
		if (!person) throw new Error(`The sandbox knows nobody called ${String(key)}`);
		return person;
	}

	find(key: PersonKey): Person | undefined {
		return typeof key === 'string' ? this.directory.find(key) : key;
	}

	/**
	 * LinkedIn, and with it every service, takes the slug for this person from now on: what happens when
	 * a slug was changed, was given to somebody else, or is mixed up.
	 */
	lead(slug: string, key: PersonKey): void {
		this.directory.lead(slug, this.person(key));
	}

	addPerson(person: NewPerson): Person {
		return this.directory.add(person);
	}

	get accounts(): readonly Account[] {
		return [...this.accountsById.values()];
	}

	account(id: string): Account | undefined {
		return this.accountsById.get(id);
	}

	addAccount(given: NewAccount): Account {
		const account = makeAccount(given, this.seed);
		this.accountsById.set(account.id, account);
		return account;
	}

	relation(accountId: string, key: PersonKey): Relation {
		return this.network.relation(accountId, this.person(key).memberId);
	}

	/** Makes them 1st-degree connections, as when an invitation is accepted. */
	connect(accountId: string, key: PersonKey): void {
		this.network.relate(accountId, this.person(key).memberId, 'connected');
	}

	disconnect(accountId: string, key: PersonKey): void {
		this.network.relate(accountId, this.person(key).memberId, 'none');
	}

	/** The account's own invitation is pending. No delivery is logged. */
	invite(accountId: string, key: PersonKey): void {
		this.network.relate(accountId, this.person(key).memberId, 'invited');
	}

	/** The person's invitation to the account is pending. */
	receiveInvitation(accountId: string, key: PersonKey): void {
		this.network.relate(accountId, this.person(key).memberId, 'inviting');
	}

	/** People in this relation to the account, oldest first. */
	related(accountId: string, relation: Exclude<Relation, 'none'>): Person[] {
		return this.network.members(accountId, relation).map((id) => this.person(id));
	}

	/** Reachable people who have nothing to do with the account yet. */
	strangers(accountId: string): Person[] {
		return this.people.filter(
			(p) => !p.restricted && this.network.relation(accountId, p.memberId) === 'none',
		);
	}

	/** A delivery reaches its person or post now, or at `delivery.at`. */
	deliver(delivery: Delivery): void {
		let index = this.delivered.length;
		while (index > 0 && this.delivered[index - 1].at > delivery.at) index -= 1;
		this.delivered.splice(index, 0, delivery);
		if (delivery.kind === 'invitation') {
			this.network.relate(delivery.from, delivery.to, 'invited');
			return;
		}
		if (delivery.kind !== 'message') return;
		this.network.write(delivery.from, delivery.to, {
			at: delivery.at,
			text: delivery.text ?? '',
			fromOwner: true,
			hasMedia: delivery.hasMedia ?? false,
		});
	}
}
