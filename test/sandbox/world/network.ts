import { digits } from '../random';

/** How a person stands to an account: `invited` by it, or `inviting` it. */
export type Relation = 'none' | 'connected' | 'invited' | 'inviting';

export interface ConversationMessage {
	at: number;
	text: string;
	fromOwner: boolean;
	hasMedia: boolean;
	/** Conversations do not show it before. */
	shownFrom?: number;
}

/** Who is connected to whom, who has invited whom, and what was written. */
export class Network {
	private readonly relations = new Map<string, Map<string, Relation>>();
	private readonly conversations = new Map<string, ConversationMessage[]>();
	private heldUntil: number | undefined;

	relation(accountId: string, memberId: string): Relation {
		return this.relations.get(accountId)?.get(memberId) ?? 'none';
	}

	/** The newest relation stands last, as RECENTLY_ADDED needs it. */
	relate(accountId: string, memberId: string, relation: Relation): void {
		let ofAccount = this.relations.get(accountId);
		if (!ofAccount) this.relations.set(accountId, (ofAccount = new Map()));
		ofAccount.delete(memberId);
		if (relation !== 'none') ofAccount.set(memberId, relation);
	}

	/** Member ids in this relation, oldest first. */
	members(accountId: string, relation: Relation): string[] {
		const all = [...(this.relations.get(accountId) ?? [])];
		return all.filter(([, value]) => value === relation).map(([memberId]) => memberId);
	}

	/** LinkedIn's 19 digits, beyond what a JavaScript number can hold. */
	invitationId(accountId: string, memberId: string): string {
		return digits(19, `invitation|${accountId}|${memberId}`);
	}

	conversation(accountId: string, memberId: string): readonly ConversationMessage[] {
		return this.conversations.get(`${accountId}|${memberId}`) ?? [];
	}

	/** The next message that is written shows only from then on. */
	holdNext(until: number): void {
		this.heldUntil = until;
	}

	/** What a reader is shown now. */
	shown(accountId: string, memberId: string, now: number): readonly ConversationMessage[] {
		return this.conversation(accountId, memberId).filter(({ shownFrom = 0 }) => shownFrom <= now);
	}

	write(accountId: string, memberId: string, message: ConversationMessage): void {
		const key = `${accountId}|${memberId}`;
		const conversation = this.conversations.get(key);
		const { heldUntil } = this;
		const kept = heldUntil === undefined ? message : { ...message, shownFrom: heldUntil };
		this.heldUntil = undefined;
		if (conversation) conversation.push(kept);
		else this.conversations.set(key, [kept]);
	}

	clear(): void {
		this.relations.clear();
		this.conversations.clear();
		this.heldUntil = undefined;
	}
}
