import { makePerson } from './person';
import type { NewPerson, Person } from './person';

const URN_TAIL = /:\(?([^:(),]+)(?:,[^)]*\)?)?$/;
const PROFILE_URL = /linkedin\.com\/in\/([^/?#]+)/;

/** Everybody there is, found by any of their names. */
export class Directory {
	readonly people: Person[] = [];
	private readonly bySlug = new Map<string, Person>();
	private readonly byId = new Map<string, Person>();
	private readonly led = new Map<string, Person>();

	constructor(private readonly seed: number) {}

	add(given: NewPerson): Person {
		const person = makePerson(given, this.seed);
		this.people.push(person);
		this.bySlug.set(person.publicIdentifier.toLowerCase(), person);
		for (const id of [person.memberId, person.salesId, person.memberNumber]) {
			this.byId.set(id, person);
		}
		return person;
	}

	/** By public identifier, upper or lower case, composed or not. */
	withSlug(slug: string): Person | undefined {
		const name = slug.normalize('NFC').toLowerCase();
		return this.led.get(name) ?? this.bySlug.get(name);
	}

	/** From now on the slug leads to this person: one that changed hands or was changed, or a mix-up. */
	lead(slug: string, person: Person): void {
		this.led.set(slug.normalize('NFC').toLowerCase(), person);
	}

	/** By bare ACoAA… id only. */
	withMemberId(id: string): Person | undefined {
		return id.startsWith('ACoAA') ? this.byId.get(id) : undefined;
	}

	withSalesId(id: string): Person | undefined {
		return id.startsWith('ACwAA') ? this.byId.get(id) : undefined;
	}

	/** By slug, profile URL, member id, sales id, member number or any URN that ends in one. */
	find(key: string): Person | undefined {
		const slug = PROFILE_URL.exec(key)?.[1] ?? key;
		const tail = key.startsWith('urn:') ? (URN_TAIL.exec(key)?.[1] ?? key) : decode(slug);
		return this.byId.get(tail) ?? this.withSlug(tail);
	}

	clear(): void {
		this.people.length = 0;
		this.bySlug.clear();
		this.led.clear();
		this.byId.clear();
	}
}

/** Percent-decodes what can be decoded. */
export function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
