import type { LinkupApi } from '../../../nodes/LinkupApi/api';
import { signIn } from '../../../nodes/LinkupApi/signIn';

describe('signing in', () => {
	const readOnce = jest.fn();
	const api = (isTool: boolean): LinkupApi =>
		({ client: { readOnce }, isTool, signIns: new Map() }) as unknown as LinkupApi;

	beforeEach(() => {
		readOnce.mockReset().mockResolvedValue({ data: { login_token: ' AQED-1 ' } });
	});

	it('hands no token to an AI agent, and asks nobody for one', async () => {
		await expect(signIn(api(true), '/v1/auth/login', {})).rejects.toMatchObject({
			facts: { reason: 'invalidInput', outcome: 'notSent' },
		});
		expect(readOnce).not.toHaveBeenCalled();
	});

	it('shares an answer among what is the same, and nothing else', async () => {
		// Each code has a token of its own, so a shared answer shows.
		readOnce.mockImplementation(
			async ({ body }: { body: { code: string } }) =>
				await Promise.resolve({ data: { login_token: `AQED-${body.code}` } }),
		);
		const one = api(false);
		const codes = ['1', '2', '1'];
		const found = await Promise.all(
			codes.map(async (code) => await signIn(one, '/v1/auth/verify', { code })),
		);
		expect(found.map(({ loginToken }) => loginToken)).toEqual(['AQED-1', 'AQED-2', 'AQED-1']);
		expect(readOnce).toHaveBeenCalledTimes(2);
	});

	it.each([
		[{ requires_verification: true, login_token: 'AQED-1' }],
		[{ data: { requires_verification: 'true' } }],
	])('%j needs a code', async (data) => {
		readOnce.mockResolvedValue({ data });
		const found = await signIn(api(false), '/v1/auth/login', {});
		expect(found).toEqual({ status: 'codeNeeded', nextStep: expect.any(String) as unknown });
	});

	it.each([[{}], [{ login_token: ' ' }], [{ data: 'AQED-1' }], [{ login_token: 7 }]])(
		'%j holds no token',
		async (data) => {
			readOnce.mockResolvedValue({ data });
			await expect(signIn(api(false), '/v1/auth/login', {})).rejects.toMatchObject({
				facts: { reason: 'unexpectedAnswer', outcome: 'notSent' },
			});
		},
	);
});
