import type { IDataObject } from 'n8n-workflow';

import { holds, same } from '../../support/same';
import type { Example } from '../check';
import type { Stage } from '../stage';
import { told } from '../told';

const FILE = 'hubspot-to-connection-request.json';

/** A contact as HubSpot's contacts API shows it, and the event that names it. */
function contact(vid: number, firstname: string, linkedin?: string): [IDataObject, IDataObject] {
	const properties: IDataObject = {
		email: { value: `${firstname.toLowerCase()}@example.com` },
		...(firstname !== '' && { firstname: { value: firstname } }),
		...(linkedin !== undefined && { hs_linkedin_url: { value: linkedin } }),
	};
	const event = { subscriptionType: 'contact.propertyChange', propertyName: 'hs_linkedin_url' };
	return [
		{ ...event, contactId: vid, propertyValue: linkedin ?? '' },
		{ vid, properties },
	];
}

async function play(stage: Stage, contacts: ReadonlyArray<[IDataObject, IDataObject]>) {
	return await stage.play(FILE, {
		input: contacts.map(([event]) => event),
		given: { 'Get the contact': contacts.map(([, profile]) => profile) },
	});
}

const url = (slug: string): string => `https://www.linkedin.com/in/${slug}`;

export const hubspotToConnectionRequest: Example = {
	file: FILE,
	checks: [
		[
			'contacts with an address are invited, the others and the failures go their own ways',
			async (stage) => {
				const story = await play(stage, [
					contact(11, 'Marie', 'https://fr.linkedin.com/in/marie-lefevre-3b2/fr'),
					contact(12, 'Nobody'),
					contact(13, 'Acme', 'https://www.linkedin.com/company/acme'),
					contact(14, '', url('hiroshi-tanaka')),
					contact(11, 'Marie', url('marie-lefevre-3b2')),
					contact(15, 'Olga', url('olga-ivanova-77')),
				]);
				same('the end', story.error, undefined);
				same(
					'without an address',
					story.out('No LinkedIn address').map(({ vid }) => vid),
					[12],
				);
				same('contacts', story.column('Invited or skipped', 'contactId'), [11, 14, 11, 15]);
				same(
					'outcomes',
					story.out('Invited or skipped').map(({ outcome, reason }) => [outcome, reason]),
					[
						['sent', ''],
						['sent', ''],
						['skipped', 'duplicateInInput'],
						['skipped', 'alreadyInvited'],
					],
				);
				same('needs a look', story.column('Needs a look', 'contactId'), [13]);
				const [trouble] = story.out('Needs a look');
				holds('says what happened', /company/i.test(String(trouble.reason)));
				same('safe to repeat', trouble.safeToRepeat, 'yes');
				same('delivered', told(stage), [
					['marie-lefevre-3b2', 'Hi Marie, I would like to stay in touch with you here.'],
					['hiroshi-tanaka', 'Hi, I would like to stay in touch with you here.'],
				]);
			},
		],
		[
			'the same contact in a later run is skipped, and a day ends after twenty people',
			async (stage) => {
				const strangers = stage.sandbox.world
					.strangers(stage.sandbox.world.connectSafely.defaultAccountId)
					.slice(0, 23);
				const contacts = strangers.map(({ firstName, publicIdentifier }, index) =>
					contact(index, firstName, url(publicIdentifier)),
				);
				await play(stage, contacts.slice(0, 1));
				const again = await play(stage, contacts.slice(0, 1));
				same('second run', again.column('Invited or skipped', 'reason'), ['alreadyContacted']);
				const rest = await play(stage, contacts.slice(1));
				same('invited that day', stage.sandbox.deliveries.length, 20);
				same('behind the limit', rest.column('Needs a look', 'safeToRepeat'), [
					'yes',
					'yes',
					'yes',
				]);
			},
		],
	],
};
