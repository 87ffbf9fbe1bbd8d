import { ACCOUNTS, fullName, PEOPLE, profileUrl, profileUrn } from '../index';
import { quotaDate, windowEnd } from '../world/calendar';
import { World } from '../world/world';
import { NOON } from './client';

let now = NOON;
let world: World;
beforeEach(() => {
	now = NOON;
	world = new World(1, () => now);
});

test('at least forty people with ids of the right form, all different', () => {
	expect(world.people.length).toBeGreaterThanOrEqual(40);
	for (const person of world.people) {
		expect(person.memberId).toMatch(/^ACoAA[\w-]{34}$/);
		expect(person.salesId).toMatch(/^ACwAA[\w-]{34}$/);
		expect(person.memberNumber).toMatch(/^\d{9}$/);
		expect(person.publicIdentifier).toBe(person.publicIdentifier.normalize('NFC'));
	}
	const ids = world.people.flatMap((p) => [p.memberId, p.salesId, p.memberNumber]);
	expect(new Set(ids).size).toBe(ids.length);
	expect(world.people.some((p) => /[^\x20-\x7e]/.test(p.publicIdentifier))).toBe(true);
});

test('a person is found by every name', () => {
	const person = world.person(PEOPLE.connected);
	const { memberId, salesId, memberNumber } = person;
	for (const key of [
		'José-García',
		'josé-garcía'.normalize('NFD'),
		profileUrl(person),
		'https://www.linkedin.com/in/josé-garcía/?trk=x',
		memberId,
		salesId,
		memberNumber,
		profileUrn(person),
		`urn:li:person:${memberId}`,
		`urn:li:member:${memberNumber}`,
		`urn:li:fs_salesProfile:(${salesId},NAME_SEARCH,abcd)`,
	]) {
		expect(world.person(key)).toBe(person);
	}
	expect(world.find(PEOPLE.unknown)).toBeUndefined();
	expect(() => world.person(PEOPLE.unknown)).toThrow(PEOPLE.unknown);
});

test('everybody named in PEOPLE stands as the name says, to every sender', () => {
	for (const account of Object.values(ACCOUNTS)) {
		expect(world.relation(account, PEOPLE.connected)).toBe('connected');
		expect(world.relation(account, PEOPLE.connectedToo)).toBe('connected');
		expect(world.relation(account, PEOPLE.stranger)).toBe('none');
		expect(world.relation(account, PEOPLE.strangerToo)).toBe('none');
		expect(world.relation(account, PEOPLE.openProfile)).toBe('none');
		expect(world.relation(account, PEOPLE.groupMember)).toBe('none');
		expect(world.relation(account, PEOPLE.restricted)).toBe('none');
		expect(world.relation(account, PEOPLE.invited)).toBe('invited');
		expect(world.relation(account, PEOPLE.inviting)).toBe('inviting');
		expect(world.related(account, 'connected')).toHaveLength(16);
		expect(world.strangers(account).length).toBeGreaterThan(20);
	}
});

test('people, accounts and relations can be added and altered', () => {
	const added = world.addPerson({ firstName: 'Zoé', lastName: 'New', restricted: false });
	expect([fullName(added), added.publicIdentifier]).toEqual(['Zoé New', 'zoe-new']);
	const account = world.addAccount({ id: 'extra', vendor: 'connectSafely' });
	world.invite(account.id, added);
	expect(world.related('extra', 'invited')).toEqual([added]);
	world.connect('extra', 'zoe-new');
	world.receiveInvitation('extra', PEOPLE.stranger);
	expect(world.relation('extra', added)).toBe('connected');
	world.disconnect('extra', added);
	expect(world.relation('extra', added)).toBe('none');
	world.reset();
	expect(world.find('zoe-new')).toBeUndefined();
	expect(world.account('extra')).toBeUndefined();
});

test('ids follow from the seed', () => {
	const again = new World(1, () => now);
	const other = new World(2, () => now);
	expect(again.people).toEqual(world.people);
	expect(other.person(PEOPLE.connected).memberId).not.toBe(world.person(PEOPLE.connected).memberId);
});

test('an invitation has 19 digits, too many for a number', () => {
	const id = world.network.invitationId(ACCOUNTS.linkupMain, world.person(PEOPLE.invited).memberId);
	expect(id).toMatch(/^\d{19}$/);
	expect(String(Number(id))).not.toBe(id);
});

test.each([
	['daily', '2026-11-18T23:59:59.999Z', '2026-11-19 00:00:00+00:00'],
	['daily', '2026-11-19T00:00:00.000Z', '2026-11-20 00:00:00+00:00'],
	['weekly', '2026-11-22T23:59:59.999Z', '2026-11-23 00:00:00+00:00'],
	['weekly', '2026-11-23T00:00:00.000Z', '2026-11-30 00:00:00+00:00'],
] as const)('a %s window open at %s ends at %s', (window, at, end) => {
	expect(quotaDate(windowEnd(window, Date.parse(at)))).toBe(end);
});
