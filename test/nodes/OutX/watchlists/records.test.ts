import { shownWatchlist } from '../../../../nodes/OutX/watchlists/request';
import { simpleInteraction, simplePost } from '../../../../nodes/OutX/posts/collectedPosts';
import { simpleWatchlist } from '../../../../nodes/OutX/watchlists/watchlists';
import type { JsonValue } from '../../../../nodes/shared/json/types';
import { schemaOf } from '../../../../scripts/build/schemas';

const fieldsOf = (name: string): string[] => {
	const [resource, operation] = name.split('/');
	return Object.keys(schemaOf('OutX', resource, operation)?.properties ?? {});
};

describe('a simple record', () => {
	it.each([
		['watchlist/get', simpleWatchlist],
		['collectedPost/getAll', simplePost],
		['interaction/getAll', simpleInteraction],
	])('of %s has ten fields at most, those its schema names', (operation, simplify) => {
		const whole = {
			...{ id: 'a', name: 'b', type: 'c', slug: 'd', disable: true, fetchFreqInHours: 1 },
			...{ keywords: ['e'], profiles_count: 0, companies_count: 0, createdAt: 'f' },
			...{ source: 'g', linkedin_post_url: 'h', linkedin_post_urn: 'i', content: 'j' },
			...{ created_at: 1_705_400_000_000, likes_count: 0, comments_count: 0, shares_count: 0 },
			...{ interaction_type: 'like', text: 'k', post: { id: 'l', linkedin_post_urn: 'm' } },
			author: { id: 'n', full_name: 'o', author_slug: 'p', headline: 'q' },
		};
		expect(Object.keys(simplify(whole))).toEqual(fieldsOf(operation));
		expect(fieldsOf(operation).length).toBeLessThanOrEqual(10);
	});

	it.each([simpleWatchlist, simplePost, simpleInteraction])('of nothing is nothing', (simplify) => {
		expect(simplify({})).toEqual({});
		expect(simplify({ id: null, author: null, post: 'x', keywords: 'y' })).toEqual({});
	});

	it('has moments in one spelling, and leaves alone what is none', () => {
		const at = (created_at: string | number) => simplePost({ created_at }).createdAt;
		expect(at(1_705_400_000_000)).toBe('2024-01-16T10:13:20.000Z');
		expect(at('2024-01-16T10:13:20Z')).toBe('2024-01-16T10:13:20.000Z');
		expect(at('last week')).toBe('last week');
	});

	it.each([
		[{ author: 'Jane' }, 'Jane'],
		[{ author: { name: 'Jane' } }, 'Jane'],
		[{ author_name: 'Jane', author: {} }, 'Jane'],
	])('names the author of %j', (post, author) => {
		expect(simplePost(post)).toEqual({ author });
	});

	it('says keywords in words', () => {
		const keywords = ['a', { keyword: 'b', required_keywords: ['c'] }, { other: 1 }] as JsonValue[];
		expect(simpleWatchlist({ keywords })).toEqual({ keywords: ['a', 'b', { other: 1 }] });
	});
});

describe('a watchlist that is shown', () => {
	it('keeps every field, but of a Slack webhook only the host', () => {
		const secret = 'https://hooks.slack.com/services/T0/B0/sandbox-webhook';
		const shown = shownWatchlist({
			slack_webhook_url: secret,
			deep: { list: [`Told <${secret}>, then went on`, 1, null, true] },
			gov: 'HTTPS://hooks.slack-gov.com/services/T1/x',
			page: 'https://acme.slack.com/archives/C0',
		});
		expect(shown).toEqual({
			slack_webhook_url: 'https://hooks.slack.com/[hidden]',
			deep: {
				list: ['Told <https://hooks.slack.com/[hidden]>, then went on', 1, null, true],
			},
			gov: 'https://hooks.slack.com/[hidden]',
			page: 'https://acme.slack.com/archives/C0',
		});
	});
});
