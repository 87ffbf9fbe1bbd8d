import { isObject } from '../../shared/json/json';
import type { JsonObject } from '../../shared/json/types';
import { firstText, moment, present } from '../../shared/operation/present';

/** Who wrote it, where OutX says so: its field is documented for interactions only. */
function authorOf({ author, author_name: authorName }: JsonObject): string | undefined {
	if (!isObject(author)) return firstText(author, authorName);
	return firstText((author as JsonObject).full_name, (author as JsonObject).name, authorName);
}

/** A post that a watchlist has collected, in ten fields. `id` is what Like and Comment take. */
export function simplePost(post: JsonObject): JsonObject {
	return present({
		id: post.id,
		source: post.source,
		url: firstText(post.linkedin_post_url, post.reddit_post_url, post.post_url, post.url),
		urn: post.linkedin_post_urn,
		author: authorOf(post),
		text: post.content,
		createdAt: moment(post.created_at),
		likes: post.likes_count,
		comments: post.comments_count,
		shares: post.shares_count,
	});
}

/** A like or a comment on a collected post, in ten fields. `authorId` is what Actor IDs take. */
export function simpleInteraction(interaction: JsonObject): JsonObject {
	const author = (isObject(interaction.author) ? interaction.author : {}) as JsonObject;
	const post = (isObject(interaction.post) ? interaction.post : {}) as JsonObject;
	return present({
		id: interaction.id,
		interactionType: interaction.interaction_type,
		text: interaction.text,
		createdAt: moment(interaction.created_at),
		authorId: author.id,
		authorName: firstText(author.full_name, author.name),
		authorSlug: author.author_slug,
		authorHeadline: author.headline,
		postId: post.id,
		postUrn: post.linkedin_post_urn,
	});
}
