import { Failure } from '../../../../nodes/shared/failures/failure';
import { UsedQuotas } from '../../../../nodes/shared/run/usedQuotas';

const now = Date.parse('2026-11-23T12:00:00Z');
const resetsAt = '2026-11-23T13:00:00.000Z';

describe('UsedQuotas', () => {
	const after = (rateLimit: Parameters<UsedQuotas['note']>[1]): UsedQuotas => {
		const usedQuotas = new UsedQuotas('Vendor');
		usedQuotas.note('one', rateLimit, now);
		return usedQuotas;
	};

	it('stops at a quota of which nothing is left, and says until when', () => {
		const check = () => after({ remaining: 0, used: 100, limit: 100, resetsAt }).check('one', now);
		expect(check).toThrow(Failure);
		expect(check).toThrow(/Vendor allows .* used up \(100 of 100\)/);
		expect(check).toThrow(
			expect.objectContaining({ facts: expect.objectContaining({ resetsAt }) }),
		);
	});

	it.each([undefined, {}, { remaining: 1 }, { limit: 0 }])('lets %j pass', (rateLimit) => {
		expect(() => after(rateLimit).check('one', now)).not.toThrow();
	});

	it('lets a throttle that ends in a moment pass', () => {
		const soon = '2026-11-23T12:01:00.000Z';
		expect(() => after({ remaining: 0, resetsAt: soon }).check('one', now)).not.toThrow();
	});

	it('is of one account only', () => {
		expect(() => after({ remaining: 0 }).check('other', now)).not.toThrow();
	});

	it('is over when the quota has been reset', () => {
		const usedQuotas = after({ remaining: 0, resetsAt });
		expect(() => usedQuotas.check('one', Date.parse(resetsAt))).not.toThrow();
	});
});
