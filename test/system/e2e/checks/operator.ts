import { PEOPLE, profileUrl } from '../../../sandbox';
import { assert } from '../../../support/node';
import { labelOf } from '../installed';
import type { Check } from '../stage';

const TEXT = 'Hi Jane, thank you for connecting!';

/** Somebody's first steps, one after another in the same workflow. */
export const operatorChecks: readonly Check[] = [
	{
		name: 'OutX is found by typing "linkedin message", and its action is added',
		async run({ operator, pictures }) {
			await operator.visit('/workflow/new', 'canvas-wrapper');
			const found = await operator.searchNodes('linkedin message', 'OutX');
			for (const name of ['OutX', 'ConnectSafely.ai', 'LinkupAPI']) {
				assert.ok(found.includes(name), `${name} is not found; found: ${found.join(', ')}`);
			}
			await pictures.shot('nodes-panel');
			await pictures.picture('nodes-panel', await operator.box(operator.nodesPanel));
			await operator.pick('OutX');
			await operator.unfoldActions();
			await operator.pick('Send message');
			await operator.panel.waitFor();
			assert.match(await operator.field('resource').inputValue(), /^Message$/);
			assert.match(await operator.field('operation').inputValue(), /^Send$/);
		},
	},
	{
		name: 'A credential with a wrong key is refused in plain words, with the right one accepted',
		async run({ operator, pictures, editor: { sandbox } }) {
			const { page } = operator;
			const dialog = page.getByTestId('credential-edit-dialog');
			await page.getByTestId('node-credentials-select').click();
			await page.getByTestId('node-credentials-select-item-new').click();
			await dialog.waitFor();
			await operator.field('apiKey').fill('not-a-key');
			await operator.field('baseUrl').fill(sandbox.baseUrls.outX);
			await page.getByTestId('credential-save-button').click();
			await dialog.locator('text=More details').first().click();
			const told = await dialog.innerText();
			await pictures.shot('credential-wrong-key');
			assert.match(told, /OutX does not accept this API key\. Copy the key again/);
			await operator.field('apiKey').fill(sandbox.keys.outX);
			await page.getByTestId('credential-save-button').click();
			// n8n closes the dialog when the test succeeds.
			await dialog.waitFor({ state: 'hidden' });
		},
	},
	{
		name: 'A recipient is picked from the list, the step executed, and the output readable',
		async run({ operator, pictures, folder, editor: { sandbox } }) {
			const { page } = operator;
			await operator.choose('resource', 'Message');
			await operator.choose('operation', 'Send');
			const locator = await operator.nameBy('recipient', 'From list');
			await locator.locator('[data-test-id="rlc-input"]').click();
			await page.getByTestId('rlc-item').first().waitFor();
			await pictures.shot('recipient-list');
			await page.getByTestId('rlc-search').fill('jane');
			await page.getByTestId('rlc-item').filter({ hasText: 'Jane Doe' }).first().click();
			await operator.field('message').fill(TEXT);
			await operator.addSendingOption(
				labelOf(folder, 'outX', 'sending', 'pauseMax'),
				'pauseMax',
				'0',
			);
			await operator.addSendingOption(
				labelOf(folder, 'outX', 'sending', 'pauseMin'),
				'pauseMin',
				'0',
			);
			const output = await operator.execute(/outcome/);
			await pictures.shot('output');
			await pictures.picture('send-message', await operator.box(operator.panel));
			assert.match(output, /sent\s+outX\s+sendMessage/);
			const reached = sandbox.deliveries.filter(({ text }) => text === TEXT);
			assert.deepEqual(
				reached.map(({ vendor, publicIdentifier }) => [vendor, publicIdentifier]),
				[['outX', PEOPLE.connectedToo]],
			);
		},
	},
	{
		name: 'Writing to somebody who is no connection says so, and what to do next',
		async run({ operator, pictures, editor: { sandbox } }) {
			const before = sandbox.deliveries.length;
			const locator = await operator.nameBy('recipient', 'By URL');
			await locator
				.locator('input[data-test-id="rlc-input"], [data-test-id="rlc-input"] input')
				.first()
				.fill(profileUrl(sandbox.world.person(PEOPLE.stranger)));
			const output = await operator.execute(/Error details/);
			await pictures.shot('error');
			await pictures.picture('not-connected', await operator.box(operator.panel));
			assert.match(output, /This person is not among your connections/);
			assert.match(output, /Send a connection request first, and write when it is accepted/);
			assert.equal(sandbox.deliveries.length, before);
		},
	},
];
