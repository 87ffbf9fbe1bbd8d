import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';

import type { Client } from '../http/client';
import type { Dialect } from '../http/refusal';
import type { RateLimit } from '../http/types';
import type { JsonObject, JsonValue } from '../json/types';
import type { Target } from '../linkedin';
import type { Clock } from '../wait/wait';
import type { OutputShape } from './output';

/** Any zod schema that yields T from whatever n8n's parameters hold. */
export type InputSchema<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** A person or a post, as the operator named them and as they were understood. */
export interface Subject {
	readonly input: string;
	readonly target: Target;
}

/** What an act is on: the name of its parameter, and of the part of the output that describes it. */
export type SubjectKind = 'recipient' | 'post';

/** What any act's input tells. */
export interface ActInput {
	/** Whom or what it is on. */
	readonly on: Subject;
	/** The sending LinkedIn account, where the vendor lets one choose. */
	readonly account?: string;
}

/** What every operation says of itself. */
export interface OperationNames {
	/** Values of the two drop-downs */
	readonly resource: string;
	readonly operation: string;
	/** Text in the Operation drop-down. */
	readonly name: string;
	/** Text in the nodes panel: sentence case. */
	readonly action: string;
	readonly description: string;
	/** Values of other drop-downs this operation is offered for, by parameter name. */
	readonly onlyWith?: Readonly<Record<string, string>>;
	/**
	 * The calls of the vendor's contract that it makes, as `METHOD /path`, or for LinkupAPI V2 as category and
	 * action.
	 */
	readonly calls: readonly string[];
	/** Members of the output, for the editor; none where the vendor documents none. */
	readonly output?: OutputShape;
}

interface OperationBase<Input> extends OperationNames {
	readonly parameters: readonly INodeProperties[];
	/** Over the parameters by name, members of the `options` collection among them; made at the first call. */
	readonly input: () => InputSchema<Input>;
}

/** Safe to repeat: retried, and several items at once. */
export interface ReadBody<Api, Input> {
	/** Items under way at the same time; 5 unless given. */
	readonly atOnce?: number;
	/** One record gives one item, an array one item per record. */
	perform(api: Api, input: Input): Promise<JsonObject | JsonObject[]>;
}

export interface ReadOperation<Api, Input = unknown>
	extends OperationBase<Input>,
		ReadBody<Api, Input> {
	readonly kind: 'read';
}

/**
 * Alters something at the vendor and reaches nobody: one item after another, and never again in another try of
 * the execution.
 */
export interface ChangeBody<Api, Input> {
	/** Its answer holds a secret, so it is not kept for another try, which asks again. */
	readonly keepsNothing?: boolean;
	perform(api: Api, input: Input): Promise<JsonObject | JsonObject[]>;
}

export interface ChangeOperation<Api, Input = unknown>
	extends OperationBase<Input>,
		ChangeBody<Api, Input> {
	readonly kind: 'change';
}

/** The vendor took the act. */
export interface Receipt {
	readonly response: JsonValue;
	/** More that the answer tells about the person. */
	readonly target?: Target;
	readonly rateLimit?: RateLimit;
	readonly taskId?: string;
	/** False: accepted, but not finished when the wait ended. */
	readonly finished?: boolean;
}

/** The vendor took the act as a task; `settle` waits for its end. */
export interface TaskReceipt {
	readonly taskId: string;
	settle(): Promise<Receipt>;
}

export interface ActBody<Api, Input extends ActInput> {
	/** The output's `action`. */
	readonly acts: string;
	/** `recipient` unless given. */
	readonly on?: SubjectKind;
	/** Fields of the input that hold what a person will read, with the names the editor shows. */
	readonly texts?: Readonly<Record<string, string>>;
	/** The text that would go out; tells two acts on one person apart. */
	text(input: Input): string;
	/** Finds out who the person is to the vendor. Reaches nobody; asked once per person and execution. */
	resolve?(api: Api, input: Input): Promise<Target>;
	/**
	 * Looks whether the act is needed and possible, before every act and in a dry run: throws `Skip` or
	 * `Failure` when not, and returns what else it learned of the person. Reaches nobody.
	 */
	precheck?(api: Api, input: Input): Promise<Target>;
	perform(api: Api, input: Input): Promise<Receipt | TaskReceipt>;
	/**
	 * Looks for an act whose answer was lost: `sent` = it is certain that this act was carried out, undefined =
	 * cannot be told. That it is not to be seen proves nothing. `since`: when it began, in ms.
	 */
	findEvidence?(api: Api, input: Input, since: number): Promise<'sent' | undefined>;
	/**
	 * Takes up a task that an earlier try of this execution created. Without it, an accepted task is the
	 * last that can ever be learned of the act.
	 */
	resume?(api: Api, input: Input, taskId: string, createdAt: number): TaskReceipt;
}

/** Reaches a person, or is seen in public. Never repeated unless it is certain that nothing left. */
export interface ActOperation<Api, Input extends ActInput = ActInput>
	extends OperationBase<Input>,
		ActBody<Api, Input> {
	readonly kind: 'act';
}

export type Operation<Api> = ReadOperation<Api> | ChangeOperation<Api> | ActOperation<Api>;

/** A file of the item at hand. */
export interface AttachedFile {
	readonly fileName: string;
	readonly mimeType: string;
	/** Bytes. */
	readonly size: number;
	readonly base64: string;
}

/** What n8n lends a vendor for one execution. */
export interface RunTools {
	readonly client: (dialect: Dialect) => Client;
	readonly clock: Clock;
	readonly signal?: AbortSignal;
	/** True when an AI agent called: it waits for the answer. */
	readonly isTool: boolean;
	/** Throws an `invalidInput` failure when the item has no such file. */
	readonly file: (itemIndex: number, property: string) => Promise<AttachedFile>;
}

export interface Vendor<Api> {
	/** The output's `vendor`. */
	readonly name: string;
	readonly dialect: Dialect;
	/** Which credential type the node uses, given its drop-downs. */
	credentialType(parameter: (name: string) => unknown): string;
	/** Checks the credential and builds what operations work with. Throws `Failure`. */
	connect(tools: RunTools, credential: ICredentialDataDecryptedObject, credentialType: string): Api;
	/** Fields of the credential that must never be seen. */
	readonly secretFields: readonly string[];
	readonly operations: ReadonlyArray<Operation<Api>>;
}
